import type { TableDefinition } from "../table-state";

export type ServiceColumn =
  | "name"
  | "code"
  | "category"
  | "price"
  | "offers"
  | "success"
  | "wait"
  | "popularity"
  | "policy"
  | "state"
  | "order"
  | "fiveSimName"
  | "updated";

/** The catalogue's services as staff lists them. */
export const SERVICE_LIST: TableDefinition<ServiceColumn> = {
  name: "services",
  columns: [
    { key: "name", sortable: true },
    { key: "code", sortable: true },
    { key: "category", sortable: true, optional: true },
    { key: "price", sortable: true, optional: true, align: "end" },
    { key: "offers", sortable: true, hidden: true, align: "end" },
    { key: "success", sortable: true, optional: true, align: "end" },
    { key: "wait", sortable: true, hidden: true, align: "end" },
    { key: "popularity", sortable: true, hidden: true, align: "end" },
    { key: "fiveSimName", sortable: true, hidden: true },
    { key: "policy", optional: true },
    { key: "state", sortable: true, optional: true },
    { key: "order", sortable: true, optional: true, align: "end" },
    { key: "updated", sortable: true, hidden: true },
  ],
  filters: [
    { key: "category" },
    { key: "active", options: ["yes", "no"] },
    { key: "policy", options: ["allowed", "prohibited", "review"] },
  ],
  defaultSort: { column: "order", direction: "asc" },
};
