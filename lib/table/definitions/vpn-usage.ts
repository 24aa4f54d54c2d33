import type { TableDefinition, TableState } from "../table-state";

export type VpnUsageColumn = "day" | "server" | "upload" | "download" | "total" | "people";

/** Traffic by day and server. */
export const VPN_USAGE: TableDefinition<VpnUsageColumn> = {
  name: "vpn-usage",
  columns: [
    { key: "day", sortable: true },
    { key: "server" },
    { key: "upload", align: "end", optional: true },
    { key: "download", align: "end", optional: true },
    { key: "total", sortable: true, align: "end" },
    { key: "people", sortable: true, align: "end" },
  ],
  filters: [{ key: "days", options: ["7", "90"] }, { key: "server" }],
  defaultSort: { column: "day", direction: "desc" },
};

/** The name of the file with those who used most, by the same filters. */
export const VPN_TOP_USERS = "vpn-top-users";

const DEFAULT_DAYS = 30;

/** The list's filters as the queries read them; its page and its files share them. */
export function usageFilter({ filters }: Pick<TableState, "filters">) {
  const { days, server } = filters;
  return { days: days ? Number(days) : DEFAULT_DAYS, ...(server ? { serverId: server } : {}) };
}
