import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Count } from "@/components/ui/count";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { StaffDeliveryLine } from "@/lib/domain/webhooks/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { AttemptResult } from "./attempt-result";
import { DeliveryStatus } from "./delivery-status";

/** What did not arrive, without what is in it. */
export function FailingDeliveries({ deliveries }: { deliveries: StaffDeliveryLine[] }) {
  const t = useTranslations("webhookLog");
  if (deliveries.length === 0) return <p className="text-ink-2 text-sm">{t("staff.failingEmpty")}</p>;
  return (
    <Table caption={t("staff.failingCaption")}>
      <TableHead>
        <tr>
          <TableHeader>{t("columns.event")}</TableHeader>
          <TableHeader>{t("columns.url")}</TableHeader>
          <TableHeader>{t("columns.user")}</TableHeader>
          <TableHeader>{t("columns.status")}</TableHeader>
          <TableHeader>{t("columns.result")}</TableHeader>
          <TableHeader align="end">{t("columns.attempts")}</TableHeader>
          <TableHeader>{t("columns.createdAt")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {deliveries.map((delivery) => (
          <TableRow key={delivery.id}>
            <TableCell label={t("columns.event")}>
              <Ltr className="font-mono text-[13px]">{delivery.eventType}</Ltr>
            </TableCell>
            <TableCell label={t("columns.url")}>
              <Ltr data-long className="font-mono text-[13px] [overflow-wrap:anywhere]">
                {delivery.url}
              </Ltr>
            </TableCell>
            <TableCell label={t("columns.user")}>
              <Link
                href={routes.adminUser(delivery.user.id)}
                prefetch={false}
                className="underline underline-offset-2"
              >
                <Ltr>{delivery.user.username}</Ltr>
              </Link>
            </TableCell>
            <TableCell label={t("columns.status")}>
              <DeliveryStatus status={delivery.status} />
            </TableCell>
            <TableCell label={t("columns.result")}>
              <AttemptResult statusCode={delivery.lastStatusCode} errorCode={delivery.lastErrorCode} />
            </TableCell>
            <TableCell label={t("columns.attempts")} align="end">
              <Count of={delivery.attemptCount} />
            </TableCell>
            <TableCell label={t("columns.createdAt")}>
              <Moment at={delivery.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
