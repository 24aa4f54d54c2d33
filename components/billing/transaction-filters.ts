import { useTranslations } from "next-intl";

const TYPES = [
  "DEPOSIT",
  "WITHDRAWAL",
  "PURCHASE",
  "REFUND",
  "SMS_SENT",
  "SMS_RECEIVED",
  "ADJUSTMENT",
] as const;
const GATEWAYS = ["STRIPE", "MERCADOPAGO", "CRYPTO", "INTERNAL", "SANDBOX"] as const;

/** The words of the filters above everybody's lines. */
export function useTransactionFilters() {
  const t = useTranslations("transactions");
  const wallet = useTranslations("wallet");
  const money = useTranslations("money");
  const any = t("any");
  return {
    type: {
      label: t("columns.type"),
      any,
      options: Object.fromEntries(TYPES.map((type) => [type, wallet(`type.${type}`)])),
    },
    status: {
      label: t("columns.status"),
      any,
      options: {
        PENDING: t("statuses.PENDING"),
        COMPLETED: t("statuses.COMPLETED"),
        FAILED: t("statuses.FAILED"),
      },
    },
    gateway: {
      label: t("columns.gateway"),
      any,
      options: Object.fromEntries(GATEWAYS.map((name) => [name, money(`gateway.${name}`)])),
    },
    currency: { label: t("filters.currency") },
    person: { label: t("filters.person") },
    from: { label: t("filters.from") },
    to: { label: t("filters.to") },
    least: { label: t("filters.least") },
    most: { label: t("filters.most") },
  };
}
