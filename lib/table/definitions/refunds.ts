import type { TableDefinition } from "../table-state";

export type RefundColumn =
  | "createdAt"
  | "user"
  | "invoice"
  | "amount"
  | "status"
  | "reason"
  | "by"
  | "reference"
  | "failure"
  | "tries"
  | "finishedAt"
  | "updatedAt"
  | "payment"
  | "id";

/** Everybody's refunds. */
export const REFUNDS: TableDefinition<RefundColumn> = {
  name: "refunds",
  columns: [
    { key: "createdAt", sortable: true },
    { key: "user" },
    { key: "invoice" },
    { key: "amount", align: "end" },
    { key: "status" },
    { key: "reason", optional: true },
    { key: "by", optional: true },
    { key: "reference", hidden: true },
    { key: "failure", hidden: true },
    { key: "tries", hidden: true },
    { key: "finishedAt", optional: true },
    { key: "updatedAt", hidden: true },
    { key: "payment", hidden: true },
    { key: "id", hidden: true },
  ],
  filters: [
    { key: "status", options: ["PENDING", "COMPLETED", "FAILED"] },
    { key: "from", input: "date" },
    { key: "to", input: "date" },
  ],
  defaultSort: { column: "createdAt", direction: "desc" },
};
