import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { PaymentView } from "@/lib/domain/billing/types";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { formatSum } from "@/lib/format/money";
import { chargeText } from "./charge-text";
import { isDeclined } from "./invoice-screen";
import { PaymentStatusBadge } from "./payment-status";

/** What came in for an invoice, or tried to. */
export function InvoicePayments({ payments }: { payments: PaymentView[] }) {
  const t = useTranslations("billing");
  const locale = useLocale();
  if (payments.length === 0) return <p className="text-ink-2">{t("invoice.noPayments")}</p>;
  return (
    <Table caption={t("invoice.payments")}>
      <TableHead>
        <tr>
          <TableHeader>{t("columns.createdAt")}</TableHeader>
          <TableHeader>{t("columns.status")}</TableHeader>
          <TableHeader align="end">{t("columns.charge")}</TableHeader>
          <TableHeader align="end">{t("columns.credited")}</TableHeader>
          <TableHeader>{t("invoice.reference")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {payments.map((payment) => (
          <TableRow key={payment.id}>
            <TableCell label={t("columns.createdAt")}>
              <Moment at={payment.createdAt} />
            </TableCell>
            <TableCell label={t("columns.status")}>
              <PaymentStatusBadge status={isDeclined(payment) ? "FAILED" : payment.status} />
            </TableCell>
            <TableCell label={t("columns.charge")} align="end">
              <Ltr className="tabular-nums">{chargeText(payment.amount, payment.currency, locale)}</Ltr>
            </TableCell>
            <TableCell label={t("columns.credited")} align="end">
              <Ltr className="tabular-nums">
                {formatSum(parseDecimal(payment.credited) ?? 0n, "USD", locale)}
              </Ltr>
            </TableCell>
            <TableCell label={t("invoice.reference")}>
              <Ltr className="break-all font-mono text-xs">
                {payment.txid ?? payment.gatewayPaymentId ?? "–"}
              </Ltr>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
