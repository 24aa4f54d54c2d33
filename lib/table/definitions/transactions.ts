import type { TableDefinition } from "../table-state";

export type TransactionColumn =
  | "createdAt"
  | "user"
  | "type"
  | "status"
  | "amount"
  | "gateway"
  | "method"
  | "description"
  | "order"
  | "invoice"
  | "reference"
  | "ledger"
  | "updatedAt"
  | "open";

/** Everybody's lines of the statement. */
export const TRANSACTIONS: TableDefinition<TransactionColumn> = {
  name: "transactions",
  columns: [
    { key: "createdAt", sortable: true },
    { key: "user" },
    { key: "type" },
    { key: "status" },
    { key: "amount", align: "end", sortable: true },
    { key: "gateway", optional: true },
    { key: "method", hidden: true },
    { key: "description", hidden: true },
    { key: "order", optional: true },
    { key: "invoice", optional: true },
    { key: "reference", hidden: true },
    { key: "ledger", hidden: true },
    { key: "updatedAt", hidden: true },
    { key: "open" },
  ],
  filters: [
    {
      key: "type",
      options: ["DEPOSIT", "WITHDRAWAL", "PURCHASE", "REFUND", "SMS_SENT", "SMS_RECEIVED", "ADJUSTMENT"],
    },
    { key: "status", options: ["PENDING", "COMPLETED", "FAILED"] },
    { key: "gateway", options: ["STRIPE", "MERCADOPAGO", "CRYPTO", "INTERNAL", "SANDBOX"] },
    { key: "currency" },
    { key: "person" },
    { key: "from", input: "date" },
    { key: "to", input: "date" },
    { key: "least" },
    { key: "most" },
  ],
  defaultSort: { column: "createdAt", direction: "desc" },
};
