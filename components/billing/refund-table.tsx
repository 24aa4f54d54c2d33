import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Badge, type Tone } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { RefundView } from "@/lib/domain/billing/types";
import { IdText } from "./id-text";
import { UsdText } from "./usd-text";

const TONES: Record<RefundView["status"], Tone> = { PENDING: "live", COMPLETED: "ok", FAILED: "bad" };

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
        </tr>
      </TableHead>
      <TableBody>
        {refunds.map((refund) => (
          <TableRow key={refund.id}>
            <TableCell label={t("at")}>
              <Moment at={refund.createdAt} />
            </TableCell>
            <TableCell label={t("status")}>
              <Badge tone={TONES[refund.status]}>{t(`state.${refund.status}`)}</Badge>
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
              <IdText>{refund.failureCode}</IdText>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
