import { readStaffUsage, readTopUsers } from "@/lib/domain/vpn/queries/staff-usage";
import { sortedUsage } from "@/lib/domain/vpn/queries/staff-usage-page";
import { usageFilter, VPN_TOP_USERS, VPN_USAGE } from "@/lib/table/definitions/vpn-usage";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

/** More than anybody looks through, and little enough for one query. */
const MOST_USERS = 10_000;

export const vpnUsageExport: TableExport = {
  name: VPN_USAGE.name,
  least: "SUPPORT",
  columns: ["day_utc", "server_id", "server", "upload_bytes", "download_bytes", "people"],
  async *rows(deps, actor, asked) {
    const state = readTableState(VPN_USAGE, asked);
    for (const row of sortedUsage(await readStaffUsage(deps, actor, usageFilter(state)), state))
      yield [row.day, row.server.id, row.server.name, row.uploadBytes, row.downloadBytes, row.people];
  },
};

export const vpnTopUsersExport: TableExport = {
  name: VPN_TOP_USERS,
  least: "SUPPORT",
  columns: ["customer_id", "customer", "upload_bytes", "download_bytes", "subscriptions", "days"],
  async *rows(deps, actor, asked) {
    const filter = usageFilter(readTableState(VPN_USAGE, asked));
    for (const row of await readTopUsers(deps, actor, filter, MOST_USERS))
      yield [row.user.id, row.user.username, row.uploadBytes, row.downloadBytes, row.subscriptions, row.days];
  },
};
