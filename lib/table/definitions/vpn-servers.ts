import type { TableDefinition } from "../table-state";

export type VpnServerColumn =
  | "name"
  | "location"
  | "status"
  | "load"
  | "users"
  | "protocols"
  | "panel"
  | "health"
  | "probedAt";

/** Every server; there are few, so that each column can sort. */
export const VPN_SERVERS: TableDefinition<VpnServerColumn> = {
  name: "vpn-servers",
  columns: [
    { key: "name", sortable: true },
    { key: "location", sortable: true },
    { key: "status", sortable: true },
    { key: "load", sortable: true, align: "end" },
    { key: "users", sortable: true, align: "end" },
    { key: "protocols", optional: true },
    { key: "panel", sortable: true, optional: true },
    { key: "health" },
    { key: "probedAt", hidden: true },
  ],
  filters: [{ key: "status", options: ["ONLINE", "MAINTENANCE", "OFFLINE"] }],
  defaultSort: { column: "name", direction: "asc" },
};
