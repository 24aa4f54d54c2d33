import type { TableDefinition } from "../table-state";

export type StaffOrderColumn =
  | "number"
  | "startedAt"
  | "user"
  | "service"
  | "country"
  | "phone"
  | "provider"
  | "price"
  | "cost"
  | "refunded"
  | "status"
  | "endedAt";

/** Everybody's orders. Sorted only by what has an index: there may be millions. */
export const staffOrderTable: TableDefinition<StaffOrderColumn> = {
  name: "orders",
  columns: [
    { key: "number", sortable: true },
    { key: "startedAt", sortable: true },
    { key: "user" },
    { key: "service" },
    { key: "country", optional: true },
    { key: "phone", optional: true },
    { key: "provider", hidden: true },
    { key: "price", align: "end" },
    { key: "cost", align: "end", hidden: true },
    { key: "refunded", align: "end", hidden: true },
    { key: "status" },
    { key: "endedAt", hidden: true },
  ],
  filters: [
    { key: "status", options: ["PENDING", "ACTIVE", "COMPLETED", "CANCELED", "EXPIRED", "FAILED"] },
    { key: "provider" },
    { key: "service" },
    { key: "country" },
    { key: "from", input: "date" },
    { key: "to", input: "date" },
  ],
  defaultSort: { column: "startedAt", direction: "desc" },
};
