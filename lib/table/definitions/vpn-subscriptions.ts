import type { TableDefinition, TableState } from "../table-state";

export type VpnSubscriptionColumn =
  | "number"
  | "createdAt"
  | "user"
  | "plan"
  | "status"
  | "traffic"
  | "expiresAt"
  | "ready"
  | "lastOnlineAt"
  | "lastFetchedAt"
  | "lastClient";

/** Everybody's subscriptions. Sorted only by their age, which has an index. */
export const VPN_SUBSCRIPTIONS: TableDefinition<VpnSubscriptionColumn> = {
  name: "vpn-subscriptions",
  columns: [
    { key: "number" },
    { key: "createdAt", sortable: true },
    { key: "user" },
    { key: "plan" },
    { key: "status" },
    { key: "traffic", optional: true },
    { key: "expiresAt" },
    { key: "ready", optional: true },
    { key: "lastOnlineAt", hidden: true },
    { key: "lastFetchedAt", hidden: true },
    { key: "lastClient", hidden: true },
  ],
  filters: [
    { key: "status", options: ["ACTIVE", "EXPIRED", "CANCELED", "SUSPENDED"] },
    { key: "plan" },
    { key: "server" },
  ],
  defaultSort: { column: "createdAt", direction: "desc" },
};

/** The list's filters as the query reads them; its page and its file share them. */
export function subscriptionFilter({ search, filters }: Pick<TableState, "search" | "filters">) {
  const { status, plan, server } = filters;
  return {
    search,
    ...(status ? { status } : {}),
    ...(plan ? { planId: plan } : {}),
    ...(server ? { serverId: server } : {}),
  };
}
