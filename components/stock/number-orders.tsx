import { useFormatter, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Ltr } from "@/components/ui/ltr";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { NumberOrderRow } from "@/lib/domain/supply/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const STATUSES = ["PENDING", "ACTIVE", "COMPLETED", "CANCELED", "EXPIRED", "FAILED"] as const;

/** Who had the number for what and how it ended. Codes stay masked: staff needs none. */
export function NumberOrders({ orders }: { orders: NumberOrderRow[] }) {
  const t = useTranslations("stock.orders");
  const format = useFormatter();
  if (orders.length === 0) return <EmptyState title={t("empty")} />;
  const statusOf = (row: NumberOrderRow) => {
    const status = STATUSES.find((one) => one === row.status);
    return status ? t(`status.${status}`) : row.status;
  };
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          <TableHeader>{t("order")}</TableHeader>
          <TableHeader>{t("service")}</TableHeader>
          <TableHeader>{t("customer")}</TableHeader>
          <TableHeader>{t("state")}</TableHeader>
          <TableHeader>{t("code")}</TableHeader>
          <TableHeader align="end">{t("messages")}</TableHeader>
          <TableHeader>{t("start")}</TableHeader>
          <TableHeader>{t("end")}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {orders.map((row) => (
          <TableRow key={row.id}>
            <TableCell label={t("order")}>
              <Link href={routes.adminOrder(row.id)} className="font-medium underline underline-offset-2">
                <Ltr>{row.number}</Ltr>
              </Link>
            </TableCell>
            <TableCell label={t("service")}>
              <bdi>{row.service}</bdi>
            </TableCell>
            <TableCell label={t("customer")}>
              <Link href={routes.adminUser(row.userId)} className="underline underline-offset-2">
                <Ltr>{row.username}</Ltr>
              </Link>
            </TableCell>
            <TableCell label={t("state")}>{statusOf(row)}</TableCell>
            <TableCell label={t("code")}>{row.hasCode ? t("masked") : t("noCode")}</TableCell>
            <TableCell label={t("messages")} align="end">
              {format.number(row.messages, "whole")}
            </TableCell>
            <TableCell label={t("start")}>{format.dateTime(new Date(row.startAt), "long")}</TableCell>
            <TableCell label={t("end")}>
              {row.endAt
                ? format.dateTime(new Date(row.endAt), "long")
                : row.expiresAt
                  ? t("until", { date: format.dateTime(new Date(row.expiresAt), "long") })
                  : t("running")}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
