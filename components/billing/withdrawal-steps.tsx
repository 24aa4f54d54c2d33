import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Jack } from "@/components/ui/jack";
import { Panel } from "@/components/ui/panel";
import type { WithdrawalView } from "@/lib/domain/billing/types";

interface Step {
  key: string;
  words: string;
  at: string | null;
}

/** What happened to a withdrawal, in order, and what comes next while it is not over. */
export function WithdrawalSteps({ withdrawal }: { withdrawal: WithdrawalView }) {
  const t = useTranslations("withdrawals.detail");
  const format = useFormatter();
  const { status, approvals, approvalsNeeded: needed, decidedAt } = withdrawal;
  const steps: Step[] = [
    { key: "requested", words: t("requested"), at: withdrawal.createdAt },
    ...approvals.map(({ at }, index) => ({
      key: `approved-${index}`,
      words: needed > 1 ? t("approvedOf", { count: index + 1, needed }) : t("approved"),
      at,
    })),
  ];
  if (status === "PAID" || status === "REFUSED" || status === "CANCELED")
    steps.push({ key: status, words: t(status), at: decidedAt });
  else if (status === "APPROVED") steps.push({ key: "next", words: t("toPay"), at: null });
  else steps.push({ key: "next", words: t(approvals.length > 0 ? "waitingSecond" : "waiting"), at: null });
  const time = (at: string): ReactNode => (
    <time dateTime={at} className="text-ink-3 text-xs">
      {format.dateTime(new Date(at), "long")}
    </time>
  );
  return (
    <Panel>
      <ol className="flex flex-col gap-4">
        {steps.map(({ key, words, at }) => (
          <li key={key} className="flex items-start gap-3">
            <span className="mt-1 text-accent-text">
              <Jack lit={at !== null} />
            </span>
            <span className="flex min-w-0 flex-col">
              <span className={at === null ? "text-ink-2" : undefined}>{words}</span>
              {at !== null && time(at)}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
