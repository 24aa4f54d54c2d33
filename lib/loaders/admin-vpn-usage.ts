import "server-only";
import { getDeps } from "@/lib/deps";
import { listPanelsCountedWhole } from "@/lib/domain/vpn/queries/panels-counted-whole";
import { listStaffServers } from "@/lib/domain/vpn/queries/staff-servers";
import { readStaffUsage, readTopUsers } from "@/lib/domain/vpn/queries/staff-usage";
import { usageByDay, usagePage } from "@/lib/domain/vpn/queries/staff-usage-page";
import { usageFilter, VPN_USAGE } from "@/lib/table/definitions/vpn-usage";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";
import { requireStaff } from "./session";

/** How many of those who used most the page shows. */
const TOP = 20;

/** Traffic by day and server as the address asks for it, and who used most of it. */
export async function loadVpnUsage(asked: AskedParameters) {
  const { actor } = await requireStaff("SUPPORT");
  const deps = getDeps();
  const state = readTableState(VPN_USAGE, asked);
  const filter = usageFilter(state);
  const [rows, top, servers, shared] = await Promise.all([
    readStaffUsage(deps, actor, filter),
    readTopUsers(deps, actor, filter, TOP),
    listStaffServers(deps, actor),
    listPanelsCountedWhole(deps, actor),
  ]);
  return {
    state,
    days: filter.days,
    page: usagePage(rows, state),
    chart: usageByDay(rows, filter.days, deps.clock.now()),
    top,
    servers: servers.map(({ id, name }) => ({ id, name })),
    // Only those that the page is about.
    shared: shared.filter(
      ({ first, others }) =>
        filter.serverId === undefined || [first, ...others].some(({ id }) => id === filter.serverId),
    ),
  };
}
