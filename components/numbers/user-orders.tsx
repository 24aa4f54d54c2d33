import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { parseDecimal } from "@/lib/domain/kernel/money";
import type { StaffOrderView } from "@/lib/domain/numbers/types";
import { formatMoney } from "@/lib/format/money";
import { formatPhone } from "@/lib/format/phone";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { ActivationStatus } from "./activation-status";

/** The last orders of one person, without codes and texts. */
export function UserOrders({ orders }: { orders: StaffOrderView[] }) {
  const t = useTranslations("admin.orders");
  const locale = useLocale();
  if (orders.length === 0) return <p className="text-ink-2 text-sm">{t("empty")}</p>;
  return (
    <Table caption={t("title")}>
      <TableHead>
        <TableRow>
          <TableHeader>{t("number")}</TableHeader>
          <TableHeader>{t("started")}</TableHeader>
          <TableHeader>{t("service")}</TableHeader>
          <TableHeader>{t("phone")}</TableHeader>
          <TableHeader align="end">{t("price")}</TableHeader>
          <TableHeader>{t("status")}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {orders.map((order) => (
          <TableRow key={order.id}>
            <TableCell label={t("number")}>
              <Link href={routes.adminOrder(order.id)} prefetch={false} className="underline">
                <bdi dir="ltr">#{order.number}</bdi>
              </Link>
            </TableCell>
            <TableCell label={t("started")}>
              <Moment at={order.createdAt} />
            </TableCell>
            <TableCell label={t("service")}>
              <bdi>{order.service.name}</bdi>
            </TableCell>
            <TableCell label={t("phone")}>
              <bdi dir="ltr">{order.phoneE164 ? formatPhone(order.phoneE164) : "–"}</bdi>
            </TableCell>
            <TableCell label={t("price")} align="end">
              <bdi dir="ltr">{formatMoney(parseDecimal(order.price) ?? 0n, order.currency, locale)}</bdi>
            </TableCell>
            <TableCell label={t("status")}>
              <ActivationStatus order={order} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
