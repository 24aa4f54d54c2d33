import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { RefundView } from "@/lib/domain/billing/types";
import { IdText } from "./id-text";
import { RefundStatus } from "./refund-status";
import { UsdText } from "./usd-text";

/** What of an invoice's payments goes back, or went. */
export function RefundTable({ refunds }: { refunds: readonly RefundView[] }) {
  const t = useTranslations("money.refund");
  if (refunds.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <Table caption={t("caption")}>
      <TableHead>
        <tr>
          <TableHeader>{t("at")}</TableHeader>
          <TableHeader>{t("status")}</TableHeader>
          <TableHeader align="end">{t("sum")}</TableHeader>
          <TableHeader>{t("reason")}</TableHeader>
          <TableHeader>{t("by")}</TableHeader>
          <TableHeader>{t("reference")}</TableHeader>
          <TableHeader>{t("failure")}</TableHeader>
          <TableHeader>{t("tries")}</TableHeader>
          <TableHeader>{t("finished")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {refunds.map((refund) => (
          <TableRow key={refund.id}>
            <TableCell label={t("at")}>
              <Moment at={refund.createdAt} />
            </TableCell>
            <TableCell label={t("status")}>
              <RefundStatus status={refund.status} />
            </TableCell>
            <TableCell label={t("sum")} align="end">
              <UsdText amount={refund.amount} />
            </TableCell>
            <TableCell label={t("reason")}>
              <bdi className="break-words">{refund.reason}</bdi>
            </TableCell>
            <TableCell label={t("by")}>
              <bdi>{refund.requestedBy ?? t("byGateway")}</bdi>
            </TableCell>
            <TableCell label={t("reference")}>
              <IdText>{refund.gatewayRefundId}</IdText>
            </TableCell>
            <TableCell label={t("failure")}>
              {refund.failureCode ? t("failureWords", { code: refund.failureCode }) : "–"}
            </TableCell>
            <TableCell label={t("tries")}>
              <IdText>{refund.attempts}</IdText>
              {refund.nextAttemptAt && (
                <span className="block text-ink-2 text-xs">
                  <Moment at={refund.nextAttemptAt} />
                </span>
              )}
            </TableCell>
            <TableCell label={t("finished")}>
              {refund.finishedAt ? <Moment at={refund.finishedAt} /> : "–"}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
