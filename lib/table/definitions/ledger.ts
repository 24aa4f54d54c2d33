import type { TableDefinition } from "../table-state";

export type LedgerAccountColumn = "id" | "kind" | "code" | "owner" | "balance" | "created";

export const LEDGER_ACCOUNTS: TableDefinition<LedgerAccountColumn> = {
  name: "ledger-accounts",
  columns: [
    { key: "id", sortable: true },
    { key: "code" },
    { key: "kind" },
    { key: "owner" },
    { key: "balance", sortable: true, align: "end" },
    { key: "created", hidden: true },
  ],
  filters: [{ key: "kind", options: ["SYSTEM", "USER_AVAILABLE", "USER_HELD", "USER_DEBT"] }],
  defaultSort: { column: "id", direction: "asc" },
};

export type JournalColumn = "at" | "kind" | "transaction" | "ref" | "debit" | "credit" | "balance";

export const LEDGER_JOURNAL: TableDefinition<JournalColumn> = {
  name: "ledger-entries",
  columns: [
    { key: "at" },
    { key: "kind" },
    { key: "transaction" },
    { key: "ref", optional: true },
    { key: "debit", align: "end" },
    { key: "credit", align: "end" },
    { key: "balance", align: "end" },
  ],
  filters: [],
  defaultSort: { column: "at", direction: "desc" },
};
