/** Every kind of alert has its sentence (namespace "money", key "alerts.kinds.<kind>"). */
const KINDS = [
  "gateway_down",
  "payment_differs",
  "payment_unknown",
  "dispute_opened",
  "refund_failed",
  "event_stuck",
  "late_payment",
  "stray_payment",
  "reorganised_after_credit",
  "chain_unreachable",
  "rates_unavailable",
  "never_confirmed",
  "books_differ",
] as const;

/** The word of a stored kind; "other" where the row is of another version of the product. */
export function alertWord(kind: string): (typeof KINDS)[number] | "other" {
  return KINDS.find((known) => known === kind) ?? "other";
}
