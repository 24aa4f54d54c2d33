import type { TableDefinition } from "../table-state";

export type PaymentColumn =
  | "reference"
  | "createdAt"
  | "user"
  | "invoice"
  | "gateway"
  | "charge"
  | "credited"
  | "refunded"
  | "status"
  | "dispute"
  | "settledAt";

/** Everybody's payments. */
export const PAYMENTS: TableDefinition<PaymentColumn> = {
  name: "payments",
  columns: [
    { key: "reference" },
    { key: "createdAt", sortable: true },
    { key: "user" },
    { key: "invoice" },
    { key: "gateway", optional: true },
    { key: "charge", align: "end" },
    { key: "credited", align: "end", optional: true },
    { key: "refunded", align: "end", hidden: true },
    { key: "status" },
    { key: "dispute", optional: true },
    { key: "settledAt", hidden: true },
  ],
  filters: [
    {
      key: "status",
      options: ["CREATED", "PENDING", "DETECTED", "CONFIRMED", "SETTLED", "FAILED", "EXPIRED", "REFUNDED"],
    },
    { key: "gateway", options: ["STRIPE", "MERCADOPAGO", "CRYPTO"] },
    {
      key: "dispute",
      options: ["RUNNING", "OPEN", "FUNDS_WITHDRAWN", "FUNDS_REINSTATED", "WON", "LOST"],
    },
    { key: "from", input: "date" },
    { key: "to", input: "date" },
  ],
  defaultSort: { column: "createdAt", direction: "desc" },
};
