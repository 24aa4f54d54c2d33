import type { TableDefinition } from "../table-state";

const STATUSES = ["REQUESTED", "APPROVED", "PAID", "REFUSED", "CANCELED"] as const;
const METHOD = { key: "method", options: ["USDT_TRC20", "BTC", "PIX"] } as const;
const DAYS = [
  { key: "from", input: "date" },
  { key: "to", input: "date" },
] as const;

export type WithdrawalColumn = "number" | "createdAt" | "method" | "destination" | "amount" | "status";

/** One's own withdrawals. */
export const WITHDRAWALS: TableDefinition<WithdrawalColumn> = {
  name: "withdrawals",
  columns: [
    { key: "number" },
    { key: "createdAt", sortable: true },
    { key: "method" },
    { key: "destination", optional: true },
    { key: "amount", align: "end" },
    { key: "status" },
  ],
  filters: [{ key: "status", options: STATUSES }, METHOD, ...DAYS],
  defaultSort: { column: "createdAt", direction: "desc" },
};

export type StaffWithdrawalColumn =
  | "number"
  | "createdAt"
  | "user"
  | "method"
  | "destination"
  | "amount"
  | "approvals"
  | "status"
  | "decidedAt"
  | "reference";

/** Everybody's withdrawals. */
export const STAFF_WITHDRAWALS: TableDefinition<StaffWithdrawalColumn> = {
  name: "staff-withdrawals",
  columns: [
    { key: "number" },
    { key: "createdAt", sortable: true },
    { key: "user" },
    { key: "method" },
    { key: "destination", hidden: true },
    { key: "amount", align: "end" },
    { key: "approvals" },
    { key: "status" },
    { key: "decidedAt", optional: true },
    { key: "reference", hidden: true },
  ],
  filters: [{ key: "status", options: ["OPEN", ...STATUSES] }, METHOD, ...DAYS],
  defaultSort: { column: "createdAt", direction: "desc" },
};
