import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { useBytes } from "@/components/vpn/use-bytes";
import type { StaffUsageDay } from "@/lib/domain/vpn/staff-types";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { VPN_USAGE, type VpnUsageColumn } from "@/lib/table/definitions/vpn-usage";
import type { TablePage, TableState } from "@/lib/table/table-state";

interface UsageListProps {
  state: TableState<VpnUsageColumn>;
  page: TablePage<StaffUsageDay>;
  servers: readonly { id: string; name: string }[];
}

/** A line for each day and server. */
export function UsageList({ state, page, servers }: UsageListProps) {
  const t = useTranslations("vpnDesk.usage");
  const format = useFormatter();
  const bytes = useBytes();
  const definition = {
    ...VPN_USAGE,
    filters: VPN_USAGE.filters.map((filter) =>
      filter.key === "server" ? { ...filter, options: servers.map(({ id }) => id) } : filter,
    ),
  };
  const amount = (value: string) => <bdi className="tabular-nums">{bytes(value)}</bdi>;
  return (
    <DataTable
      definition={definition}
      state={state}
      page={page}
      path={routes.adminVpnUsage()}
      exportPath={apiRoutes.tableExport(VPN_USAGE.name)}
      rowKey={({ day, server }) => `${day} ${server.id}`}
      words={{
        caption: t("byDay"),
        columns: {
          day: t("day"),
          server: t("server"),
          upload: t("up"),
          download: t("down"),
          total: t("total"),
          people: t("people"),
        },
        filters: {
          days: {
            label: t("period"),
            any: t("lastDays", { n: 30 }),
            options: {
              7: t("lastDays", { n: 7 }),

              90: t("lastDays", { n: 90 }),
            },
          },
          server: {
            label: t("server"),
            any: t("anyServer"),
            options: Object.fromEntries(servers.map(({ id, name }) => [id, name])),
          },
        },
        empty: { title: t("empty"), text: t("emptyText") },
      }}
      cells={{
        day: ({ day }) => format.dateTime(new Date(`${day}T00:00:00Z`), "day", { timeZone: "UTC" }),
        server: ({ server }) => (
          <Link
            href={routes.adminVpnServer(server.id)}
            prefetch={false}
            className="underline underline-offset-2"
          >
            <bdi>{server.name}</bdi>
          </Link>
        ),
        upload: (row) => amount(row.uploadBytes),
        download: (row) => amount(row.downloadBytes),
        total: (row) => amount((BigInt(row.uploadBytes) + BigInt(row.downloadBytes)).toString()),
        people: ({ people }) => format.number(people, "whole"),
      }}
    />
  );
}
