import { useTranslations } from "next-intl";

/** The words of the filters that every list of invoices has. */
export function useInvoiceFilters() {
  const t = useTranslations("billing");
  return {
    status: {
      label: t("columns.status"),
      any: t("invoices.any"),
      options: {
        CREATED: t("status.CREATED"),
        PENDING: t("status.PENDING"),
        PAID: t("status.PAID"),
        EXPIRED: t("status.EXPIRED"),
        REFUNDED: t("status.REFUNDED"),
        CANCELED: t("status.CANCELED"),
      },
    },
    method: {
      label: t("columns.method"),
      any: t("invoices.any"),
      options: {
        CARD: t("method.CARD"),
        PIX: t("method.PIX"),
        CHECKOUT_PRO: t("method.CHECKOUT_PRO"),
        CRYPTO_USDT: t("method.CRYPTO_USDT"),
        CRYPTO_BTC: t("method.CRYPTO_BTC"),
      },
    },
    exception: {
      label: t("columns.exception"),
      any: t("invoices.any"),
      options: {
        PAID_PARTIAL: t("exception.PAID_PARTIAL"),
        PAID_LATE: t("exception.PAID_LATE"),
        PAID_OVER: t("exception.PAID_OVER"),
        UNCONFIRMED: t("exception.UNCONFIRMED"),
        MARKED: t("exception.MARKED"),
      },
    },
    from: { label: t("columns.from") },
    to: { label: t("columns.to") },
  };
}
