import type { TableDefinition } from "../table-state";

export type VpnPlanColumn =
  | "name"
  | "tier"
  | "price"
  | "toman"
  | "days"
  | "traffic"
  | "devices"
  | "protocols"
  | "live"
  | "state"
  | "revision"
  | "sort";

/** Every plan that is edited now; there are few, so that each column can sort. */
export const VPN_PLANS: TableDefinition<VpnPlanColumn> = {
  name: "vpn-plans",
  columns: [
    { key: "name", sortable: true },
    { key: "tier", sortable: true, optional: true },
    { key: "price", sortable: true, align: "end" },
    { key: "toman", hidden: true, align: "end" },
    { key: "days", sortable: true, align: "end" },
    { key: "traffic", sortable: true, align: "end" },
    { key: "devices", sortable: true, optional: true, align: "end" },
    { key: "protocols", optional: true },
    { key: "live", sortable: true, align: "end" },
    { key: "state", sortable: true },
    { key: "revision", hidden: true, align: "end" },
    { key: "sort", sortable: true, hidden: true, align: "end" },
  ],
  filters: [{ key: "state", options: ["offered", "withdrawn"] }],
  defaultSort: { column: "sort", direction: "asc" },
};
