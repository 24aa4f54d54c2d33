import type { TableDefinition } from "../table-state";

export type StatementColumn = "at" | "what" | "reference" | "status" | "in" | "out" | "after" | "steps";

export const STATEMENT: TableDefinition<StatementColumn> = {
  name: "statement",
  columns: [
    { key: "at", sortable: true },
    { key: "what" },
    { key: "reference", optional: true },
    { key: "status" },
    { key: "in", align: "end" },
    { key: "out", align: "end" },
    { key: "after", align: "end" },
    { key: "steps", optional: true },
  ],
  filters: [
    { key: "type", options: ["DEPOSIT", "PURCHASE", "REFUND", "WITHDRAWAL", "ADJUSTMENT"] },
    { key: "from", input: "date" },
    { key: "to", input: "date" },
  ],
  defaultSort: { column: "at", direction: "desc" },
};
