import { useTranslations } from "next-intl";

/** The words of the filters that every list of withdrawals has. */
export function useWithdrawalFilters() {
  const t = useTranslations("withdrawals");
  return {
    status: {
      label: t("columns.status"),
      any: t("any"),
      options: {
        REQUESTED: t("status.REQUESTED"),
        APPROVED: t("status.APPROVED"),
        PAID: t("status.PAID"),
        REFUSED: t("status.REFUSED"),
        CANCELED: t("status.CANCELED"),
      },
    },
    method: {
      label: t("columns.method"),
      any: t("any"),
      options: { USDT_TRC20: t("method.USDT_TRC20"), BTC: t("method.BTC"), PIX: t("method.PIX") },
    },
    from: { label: t("columns.from") },
    to: { label: t("columns.to") },
  };
}
