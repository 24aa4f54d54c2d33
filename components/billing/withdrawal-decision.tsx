import { useLocale, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { AdjustmentPreview } from "@/components/wallet/adjustment-preview";
import { decideWithdrawalAction } from "@/lib/actions/billing";
import type { WithdrawalPostings, WithdrawalView } from "@/lib/domain/billing/types";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";
import { DecisionButton } from "./decision-button";

interface WithdrawalDecisionProps {
  withdrawal: WithdrawalView;
  postings: WithdrawalPostings;
  /** The customer's wallet may not pay. */
  isFrozen: boolean;
  /** Whoever looks is an administrator. */
  mayMove: boolean;
  /** It is the withdrawal of whoever looks. */
  isOwn: boolean;
  hasApproved: boolean;
}

/** Which sentence says what comes next (money.withdrawals.next). */
function nextWord({ withdrawal, mayMove, isOwn, hasApproved }: WithdrawalDecisionProps) {
  const { status, approvals } = withdrawal;
  if (status !== "REQUESTED" && status !== "APPROVED") return "over";
  if (!mayMove) return "reader";
  if (isOwn) return "own";
  if (status === "APPROVED") return "pay";
  if (hasApproved) return "mine";
  return approvals.length > 0 ? "second" : "approve";
}

/** What can be decided about a withdrawal now, each with what it would post; or why nothing can. */
export function WithdrawalDecision(props: WithdrawalDecisionProps) {
  const { withdrawal, postings, isFrozen } = props;
  const t = useTranslations("money.withdrawals");
  const locale = useLocale();
  const next = nextWord(props);
  const canDecide = next !== "over" && next !== "reader" && next !== "own";
  const { id: withdrawalId, method, approvals, approvalsNeeded } = withdrawal;
  const amount = formatMoney(parseDecimal(withdrawal.amount) ?? 0n, withdrawal.currency, locale);
  const shown = (entries: WithdrawalPostings["pay"]) => (
    <AdjustmentPreview preview={{ entries, currency: postings.currency }} />
  );
  return (
    <Panel>
      <div className="flex flex-col gap-4">
        <p>{t(`next.${next}`)}</p>
        {isFrozen && next !== "over" && (
          <p role="status" className="rounded-panel border border-warn p-3 text-sm">
            {t("frozen")}
          </p>
        )}
        {canDecide && (
          <div className="flex flex-wrap gap-2">
            {(next === "approve" || next === "second") && (
              <DecisionButton
                action={decideWithdrawalAction}
                hidden={{ withdrawalId, decision: "approve" }}
                words={{
                  open: t("approve.open"),
                  title: t("approve.title", { amount, customer: withdrawal.user.username }),
                  text:
                    approvals.length + 1 < approvalsNeeded
                      ? t("approve.textFirst", { needed: approvalsNeeded })
                      : t("approve.text"),
                  submit: t("approve.submit"),
                  keep: t("keep"),
                }}
                fields={[]}
              />
            )}
            {next === "pay" && (
              <DecisionButton
                action={decideWithdrawalAction}
                hidden={{ withdrawalId, decision: "pay" }}
                preview={shown(postings.pay)}
                words={{
                  open: t("pay.open"),
                  title: t("pay.title", { amount }),
                  text: t("pay.text"),
                  submit: t("pay.submit"),
                  keep: t("keep"),
                }}
                fields={[
                  {
                    name: "payoutReference",
                    label: t("pay.reference"),
                    hint: t(method === "PIX" ? "pay.referenceHintPix" : "pay.referenceHintChain"),
                    error: t("pay.referenceError"),
                    isAmount: true,
                  },
                ]}
              />
            )}
            <DecisionButton
              action={decideWithdrawalAction}
              variant="ghost"
              isDangerous
              hidden={{ withdrawalId, decision: "refuse" }}
              preview={shown(postings.refuse)}
              words={{
                open: t("refuse.open"),
                title: t("refuse.title"),
                text: t("refuse.text"),
                submit: t("refuse.submit"),
                keep: t("keep"),
              }}
              fields={[{ name: "note", label: t("refuse.note"), error: t("refuse.noteError") }]}
            />
          </div>
        )}
      </div>
    </Panel>
  );
}
