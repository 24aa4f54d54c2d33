import { useFormatter, useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { parseDecimal } from "@/lib/domain/kernel/money";
import type { OrderPage, StaffOrderView } from "@/lib/domain/numbers/types";
import { formatMoney } from "@/lib/format/money";
import { formatPhone } from "@/lib/format/phone";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { ActivationStatus } from "./activation-status";
import { RefundOrderButton } from "./refund-order-button";

interface StaffOrderTableProps {
  page: OrderPage<StaffOrderView>;
  search: string;
  mayRefund: boolean;
}

/** Everybody's orders for staff; codes and texts stay with the customer. */
export function StaffOrderTable({ page, search, mayRefund }: StaffOrderTableProps) {
  const t = useTranslations("admin.orders");
  const history = useTranslations("numbers.history");
  const format = useFormatter();
  const locale = useLocale();
  if (page.orders.length === 0) return <EmptyState title={t("empty")} />;
  const from = (page.page - 1) * page.pageSize + 1;
  return (
    <>
      <Table caption={t("title")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("number")}</TableHeader>
            <TableHeader>{t("started")}</TableHeader>
            <TableHeader>{t("user")}</TableHeader>
            <TableHeader>{t("service")}</TableHeader>
            <TableHeader>{t("phone")}</TableHeader>
            <TableHeader>{t("supplier")}</TableHeader>
            <TableHeader align="end">{t("price")}</TableHeader>
            <TableHeader>{t("status")}</TableHeader>
            <TableHeader>{t("refund")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {page.orders.map((order) => (
            <TableRow key={order.id}>
              <TableCell label={t("number")}>
                <bdi dir="ltr" className="font-mono">
                  {order.number}
                </bdi>
              </TableCell>
              <TableCell label={t("started")}>
                <time dateTime={order.createdAt}>{format.dateTime(new Date(order.createdAt), "short")}</time>
              </TableCell>
              <TableCell label={t("user")}>
                <Link href={routes.adminUser(order.user.id)} className="underline-offset-2 hover:underline">
                  <bdi>{order.user.username}</bdi>
                </Link>
              </TableCell>
              <TableCell label={t("service")}>{`${order.service.name}, ${order.country.name}`}</TableCell>
              <TableCell label={t("phone")}>
                <bdi dir="ltr" className="font-mono">
                  {order.phoneE164 ? formatPhone(order.phoneE164) : "–"}
                </bdi>
              </TableCell>
              <TableCell label={t("supplier")}>{order.provider.name}</TableCell>
              <TableCell label={t("price")} align="end">
                <bdi dir="ltr" className="tabular-nums">
                  {formatMoney(parseDecimal(order.price) ?? 0n, order.currency, locale)}
                </bdi>
              </TableCell>
              <TableCell label={t("status")}>
                <ActivationStatus order={order} />
              </TableCell>
              <TableCell label={t("refund")}>{mayRefund && <RefundOrderButton order={order} />}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Pagination
        page={page.page}
        pageCount={Math.max(1, Math.ceil(page.total / page.pageSize))}
        href={(target) => routes.adminOrders({ search, page: target })}
        summary={history("range", { from, to: from + page.orders.length - 1, total: page.total })}
        previousLabel={history("previous")}
        nextLabel={history("next")}
      />
    </>
  );
}
