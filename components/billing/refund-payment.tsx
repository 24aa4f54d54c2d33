import { useLocale, useTranslations } from "next-intl";
import { refundPaymentAction } from "@/lib/actions/billing";
import { parseDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";
import { DecisionButton } from "./decision-button";

/** Gives a payment back, whole or in part; `amount` is what may still go. */
export function RefundPayment({ paymentId, amount }: { paymentId: string; amount: string }) {
  const t = useTranslations("money.refund");
  const locale = useLocale();
  const most = formatMoney(parseDecimal(amount) ?? 0n, WALLET_CURRENCY, locale);
  return (
    <DecisionButton
      action={refundPaymentAction}
      hidden={{ paymentId }}
      hasKey
      isDangerous
      words={{
        open: t("open"),
        title: t("title"),
        text: t("text"),
        submit: t("submit"),
        keep: t("keep"),
      }}
      fields={[
        {
          name: "amount",
          label: t("amount"),
          hint: t("amountHint", { most }),
          error: t("amountError"),
          value: amount,
          isAmount: true,
        },
        { name: "reason", label: t("reason"), error: t("reasonError") },
      ]}
    />
  );
}
