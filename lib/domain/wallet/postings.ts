/**
 * What a ledger transaction is called, and the word that the statement has for it (namespace "wallet",
 * key "posting.<word>").
 */
export const LEDGER_KINDS = {
  "hold.placed": "held",
  "hold.captured": "paid",
  "hold.voided": "released",
  "order.refunded": "refunded",
  "deposit.sandbox": "received",
  "credit.welcome": "received",
  "credit.granted": "granted",
  "credit.taken_back": "taken_back",
  "deposit.stripe": "received",
  "deposit.mercadopago": "received",
  "deposit.crypto": "received",
  "deposit.by_hand": "received",
  "refund.paid_out": "paid_out",
  "refund.returned": "returned",
  "dispute.withdrawn": "disputed",
  "dispute.reinstated": "reinstated",
  "plan.purchased": "paid",
} as const;

export type LedgerKind = keyof typeof LEDGER_KINDS;
export type PostingWord = (typeof LEDGER_KINDS)[LedgerKind] | "moved";

/** The customer's word for a posting; "moved" for a kind that has none of its own. */
export function postingWord(kind: string): PostingWord {
  return Object.hasOwn(LEDGER_KINDS, kind) ? LEDGER_KINDS[kind as LedgerKind] : "moved";
}
