import type { TableDefinition } from "../table-state";

export type FindingColumn =
  | "kind"
  | "subject"
  | "user"
  | "gateway"
  | "ours"
  | "theirs"
  | "occurredAt"
  | "firstSeenAt"
  | "lastSeenAt"
  | "resolvedAt";

/** Where the gateways' books, our rows and the ledger differ. */
export const FINDINGS: TableDefinition<FindingColumn> = {
  name: "reconciliation",
  columns: [
    { key: "kind" },
    { key: "subject" },
    { key: "user", optional: true },
    { key: "gateway", optional: true },
    { key: "ours", align: "end" },
    { key: "theirs", align: "end" },
    { key: "occurredAt", optional: true },
    { key: "firstSeenAt", sortable: true },
    { key: "lastSeenAt", hidden: true },
    { key: "resolvedAt" },
  ],
  filters: [
    {
      key: "kind",
      options: [
        "CREDITED_TWICE",
        "PAID_NOT_CREDITED",
        "CREDITED_UNKNOWN",
        "AMOUNT_DIFFERS",
        "CURRENCY_DIFFERS",
        "REFUND_UNSEEN",
        "REFUND_UNKNOWN",
        "DISPUTE_UNSEEN",
        "DISPUTE_UNKNOWN",
        "CHAIN_NOT_BOOKED",
        "PAYMENT_WITHOUT_ENTRY",
        "ENTRY_WITHOUT_PAYMENT",
        "LEDGER_UNBALANCED",
        "WALLET_DIFFERS",
        "HOLD_WITHOUT_OWNER",
        "TOTAL_DIFFERS",
      ],
    },
    { key: "gateway", options: ["STRIPE", "MERCADOPAGO", "CRYPTO"] },
    { key: "state", options: ["healed", "all"] },
  ],
  defaultSort: { column: "firstSeenAt", direction: "desc" },
};
