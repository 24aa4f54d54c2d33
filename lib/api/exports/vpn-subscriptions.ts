import { eachStaffSubscription } from "@/lib/domain/vpn/queries/staff-subscriptions";
import { subscriptionFilter, VPN_SUBSCRIPTIONS } from "@/lib/table/definitions/vpn-subscriptions";
import { readTableState } from "@/lib/table/table-state";
import type { TableExport } from "./export-table";

export const vpnSubscriptionsExport: TableExport = {
  name: VPN_SUBSCRIPTIONS.name,
  least: "SUPPORT",
  columns: [
    "number",
    "id",
    "customer_id",
    "customer",
    "plan",
    "plan_version",
    "status",
    "status_reason",
    "starts_at_utc",
    "expires_at_utc",
    "traffic_bytes",
    "used_bytes",
    "devices",
    "renews_by_itself",
    "panels_ready",
    "panels",
    "last_online_at_utc",
    "last_fetched_at_utc",
    "last_client",
    "created_at_utc",
  ],
  async *rows(deps, actor, asked) {
    const state = readTableState(VPN_SUBSCRIPTIONS, asked);
    const filter = subscriptionFilter(state);
    for await (const row of eachStaffSubscription(deps, actor, filter, state)) {
      yield [
        row.number,
        row.id,
        row.user.id,
        row.user.username,
        row.plan.name,
        row.plan.revision,
        row.status,
        row.statusReason,
        row.startsAt,
        row.expiresAt,
        row.trafficBytes,
        row.usedBytes,
        row.maxDevices,
        row.isAutoRenew,
        row.ready,
        row.panels,
        row.lastOnlineAt,
        row.lastFetchedAt,
        row.lastClient,
        row.createdAt,
      ];
    }
  },
};
