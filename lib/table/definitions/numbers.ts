import type { TableDefinition } from "../table-state";

export type NumberColumn =
  | "number"
  | "country"
  | "operator"
  | "areaCode"
  | "services"
  | "state"
  | "holder"
  | "expires"
  | "active"
  | "provider"
  | "lastUsed"
  | "created";

/** The shop's own numbers. */
export const NUMBER_LIST: TableDefinition<NumberColumn> = {
  name: "stock",
  columns: [
    { key: "number", sortable: true },
    { key: "country", optional: true },
    { key: "operator", optional: true },
    { key: "areaCode", hidden: true },
    { key: "services", optional: true, align: "end" },
    { key: "state", optional: true },
    { key: "holder", optional: true },
    { key: "expires", optional: true },
    { key: "active", optional: true },
    { key: "provider", hidden: true },
    { key: "lastUsed", sortable: true, optional: true },
    { key: "created", sortable: true, hidden: true },
  ],
  filters: [
    { key: "country" },
    { key: "operator" },
    { key: "provider" },
    { key: "active", options: ["yes", "no"] },
    { key: "import", input: "hidden" },
    { key: "state", options: ["free", "rented", "used"] },
  ],
  defaultSort: { column: "number", direction: "asc" },
};
