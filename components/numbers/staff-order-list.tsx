import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import { ProviderName, providerName } from "@/components/supply/provider-name";
import { Ltr } from "@/components/ui/ltr";
import { parseDecimal } from "@/lib/domain/kernel/money";
import type { StaffOrderView } from "@/lib/domain/numbers/types";
import { countryName } from "@/lib/format/country";
import { formatMoney } from "@/lib/format/money";
import { formatPhone } from "@/lib/format/phone";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { type StaffOrderColumn, staffOrderTable } from "@/lib/table/definitions/staff-orders";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { ActivationStatus } from "./activation-status";

interface StaffOrderListProps {
  state: TableState<StaffOrderColumn>;
  page: TablePage<StaffOrderView>;
  providers: readonly { code: string; name: string }[];
}

/** Everybody's orders; codes and texts stay with the customer. */
export function StaffOrderList({ state, page, providers }: StaffOrderListProps) {
  const t = useTranslations("orders");
  const seeded = useTranslations("providers.seeded");
  const locale = useLocale();
  const definition = {
    ...staffOrderTable,
    filters: staffOrderTable.filters.map((filter) =>
      filter.key === "provider" ? { ...filter, options: providers.map(({ code }) => code) } : filter,
    ),
  };
  const money = (decimal: string | null, currency: string) => (
    <Ltr className="tabular-nums">
      {decimal === null ? "–" : formatMoney(parseDecimal(decimal) ?? 0n, currency, locale)}
    </Ltr>
  );
  return (
    <DataTable
      definition={definition}
      state={state}
      page={page}
      path={routes.adminOrders()}
      exportPath={apiRoutes.tableExport(staffOrderTable.name)}
      rowKey={(order) => order.id}
      words={{
        caption: t("title"),
        search: t("search"),
        columns: {
          number: t("columns.number"),
          startedAt: t("columns.startedAt"),
          user: t("columns.user"),
          service: t("columns.service"),
          country: t("columns.country"),
          phone: t("columns.phone"),
          provider: t("columns.provider"),
          price: t("columns.price"),
          cost: t("columns.cost"),
          refunded: t("columns.refunded"),
          status: t("columns.status"),
          endedAt: t("columns.endedAt"),
        },
        filters: {
          status: {
            label: t("columns.status"),
            any: t("anyStatus"),
            options: {
              PENDING: t("status.PENDING"),
              ACTIVE: t("status.ACTIVE"),
              COMPLETED: t("status.COMPLETED"),
              CANCELED: t("status.CANCELED"),
              EXPIRED: t("status.EXPIRED"),
              FAILED: t("status.FAILED"),
            },
          },
          provider: {
            label: t("columns.provider"),
            any: t("anyProvider"),
            options: Object.fromEntries(
              providers.map(({ code, name }) => [code, providerName(name, seeded)]),
            ),
          },
          service: { label: t("columns.service") },
          country: { label: t("columns.country") },
          from: { label: t("from") },
          to: { label: t("to") },
        },
        empty: { title: t("empty") },
      }}
      cells={{
        number: (order) => (
          <Link href={routes.adminOrder(order.id)} prefetch={false} className="underline underline-offset-2">
            <Ltr className="font-mono">{order.number}</Ltr>
          </Link>
        ),
        startedAt: (order) => <Moment at={order.createdAt} />,
        user: (order) => (
          <Link
            href={routes.adminUser(order.user.id)}
            prefetch={false}
            className="underline-offset-2 hover:underline md:whitespace-nowrap"
          >
            <bdi>{order.user.username}</bdi>
          </Link>
        ),
        service: (order) => order.service.name,
        country: (order) => countryName(order.country.iso2, locale, order.country.name),
        phone: (order) => (
          <Ltr className="whitespace-nowrap font-mono">
            {order.phoneE164 ? formatPhone(order.phoneE164) : "–"}
          </Ltr>
        ),
        provider: (order) => <ProviderName name={order.provider.name} />,
        price: (order) => money(order.price, order.currency),
        cost: (order) => money(order.cost, order.currency),
        refunded: (order) => money(order.refunded, order.currency),
        status: (order) => <ActivationStatus order={order} />,
        endedAt: (order) => (order.endAt ? <Moment at={order.endAt} /> : "–"),
      }}
    />
  );
}
