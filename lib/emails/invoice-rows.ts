import type { useTranslations } from "next-intl";
import type { InvoiceView } from "@/lib/domain/billing/types";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";

export interface InvoiceParties {
  seller: { name: string; address: string; taxId: string; taxName: string };
  buyer: string;
}

/** The reader's language; `time` writes an ISO moment. */
export interface InvoiceWords {
  t: ReturnType<typeof useTranslations<"billing">>;
  time(at: string): string;
  locale: string;
}

const ASSETS = ["BTC", "USDT"];

/** The lines of an invoice as its mailed copy shows them: label and value, in the reader's language. */
export function invoiceRows(
  invoice: InvoiceView,
  { seller, buyer }: InvoiceParties,
  { t, time, locale }: InvoiceWords,
): [string, string][] {
  const money = (decimal: string, currency = invoice.currency) =>
    formatMoney(parseDecimal(decimal) ?? 0n, currency, locale);
  const charged = ASSETS.includes(invoice.chargeCurrency)
    ? `${invoice.chargeAmount} ${invoice.chargeCurrency}`
    : money(invoice.chargeAmount, invoice.chargeCurrency);
  const rows: [string, string | null][] = [
    [t("invoice.seller"), [seller.name, seller.address, seller.taxId].filter(Boolean).join(", ")],
    [t("invoice.buyer"), buyer],
    [t("invoice.what"), t(`purpose.${invoice.purpose}`)],
    [t("columns.method"), t(`method.${invoice.paymentMethod}`)],
    [t("invoice.net"), money(invoice.amountUsd)],
    [t("topUp.fee"), invoice.fee === "0.00" ? t("topUp.noFee") : money(invoice.fee)],
    [t("invoice.total"), money(invoice.total)],
    [t("invoice.tax", { name: seller.taxName }), invoice.tax === "0.00" ? null : money(invoice.tax)],
    [t("topUp.charged"), invoice.chargeCurrency === invoice.currency ? null : charged],
    [t("invoice.refundedFact"), invoice.refunded === "0.00" ? null : money(invoice.refunded)],
    [t("columns.status"), t(`status.${invoice.status}`)],
    [t("invoice.made"), time(invoice.createdAt)],
    [t("invoice.paid"), invoice.paidAt && time(invoice.paidAt)],
    [t("invoice.expires"), invoice.paidAt ? null : time(invoice.expiresAt)],
    [t("invoice.reference"), invoice.gatewayReference],
    [t("invoice.id"), invoice.id],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== null);
}
