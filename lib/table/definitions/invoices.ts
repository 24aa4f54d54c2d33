import type { TableDefinition } from "../table-state";

const STATUS = {
  key: "status",
  options: ["CREATED", "PENDING", "PAID", "EXPIRED", "REFUNDED", "CANCELED"],
} as const;
const METHOD = {
  key: "method",
  options: ["CARD", "PIX", "CHECKOUT_PRO", "CRYPTO_USDT", "CRYPTO_BTC"],
} as const;
const EXCEPTION = {
  key: "exception",
  options: ["PAID_PARTIAL", "PAID_LATE", "PAID_OVER", "UNCONFIRMED", "MARKED"],
} as const;

export type InvoiceColumn = "number" | "createdAt" | "method" | "amount" | "charge" | "status" | "paidAt";

/** One's own invoices. */
export const INVOICES: TableDefinition<InvoiceColumn> = {
  name: "invoices",
  columns: [
    { key: "number" },
    { key: "createdAt", sortable: true },
    { key: "method" },
    { key: "amount", align: "end" },
    { key: "charge", align: "end", optional: true },
    { key: "status" },
    { key: "paidAt", hidden: true },
  ],
  filters: [STATUS, METHOD, { key: "from", input: "date" }, { key: "to", input: "date" }],
  defaultSort: { column: "createdAt", direction: "desc" },
};

export type StaffInvoiceColumn =
  | "number"
  | "createdAt"
  | "user"
  | "purpose"
  | "method"
  | "amount"
  | "charge"
  | "credited"
  | "refunded"
  | "status"
  | "paidAt";

/** Everybody's invoices. */
export const STAFF_INVOICES: TableDefinition<StaffInvoiceColumn> = {
  name: "staff-invoices",
  columns: [
    { key: "number" },
    { key: "createdAt", sortable: true },
    { key: "user" },
    { key: "purpose", hidden: true },
    { key: "method" },
    { key: "amount", align: "end" },
    { key: "charge", align: "end", optional: true },
    { key: "credited", align: "end", optional: true },
    { key: "refunded", align: "end", hidden: true },
    { key: "status" },
    { key: "paidAt", hidden: true },
  ],
  filters: [STATUS, METHOD, EXCEPTION, { key: "from", input: "date" }, { key: "to", input: "date" }],
  defaultSort: { column: "createdAt", direction: "desc" },
};
