import { useTranslations } from "next-intl";
import { decideStrayAction } from "@/lib/actions/billing";
import type { StrayView } from "@/lib/domain/billing/types";
import { DecisionButton } from "./decision-button";
import { MatchStray } from "./match-stray";

/** The ways out for money nobody asked for: to an invoice, into somebody's wallet, or set aside; a false token has the last alone. `amount` is what came, in words. */
export function StrayDecision({ stray, amount }: { stray: StrayView; amount: string }) {
  const t = useTranslations("money.strays");
  const { isUnknownToken } = stray;
  const reason = { name: "reason", label: t("reason"), error: t("reasonError") };
  return (
    <span className="flex flex-wrap gap-2 max-md:justify-end">
      {!isUnknownToken && <MatchStray stray={stray} amount={amount} />}
      {!isUnknownToken && (
        <DecisionButton
          action={decideStrayAction}
          hidden={{ strayId: stray.id, decision: "credit" }}
          words={{
            open: t("credit"),
            title: t("creditTitle", { amount }),
            text: t("creditText"),
            submit: t("creditSubmit"),
            keep: t("keep"),
          }}
          fields={[
            {
              name: "username",
              label: t("username"),
              error: t("usernameError"),
              value: stray.invoice?.username ?? "",
              isAmount: true,
            },
            {
              name: "amount",
              label: t("usd"),
              hint: t("usdHint"),
              error: t("usdError"),
              value: /^\d+\.\d{2}$/.test(stray.amount) && stray.asset === "USD" ? stray.amount : "",
              isAmount: true,
            },
            reason,
          ]}
        />
      )}
      <DecisionButton
        action={decideStrayAction}
        variant="ghost"
        hidden={{ strayId: stray.id, decision: "dismiss" }}
        words={{
          open: t("dismiss"),
          title: isUnknownToken ? t("dismissTokenTitle") : t("dismissTitle", { amount }),
          text: t(isUnknownToken ? "dismissTokenText" : "dismissText"),
          submit: t("dismissSubmit"),
          keep: t("keep"),
        }}
        fields={[reason]}
      />
    </span>
  );
}
