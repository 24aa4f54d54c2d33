import type { FindingKind } from "./types";

/** What each comparison returns, a row a fact. Amounts are in whole units of their currency. */
export interface FindingRow {
  kind: FindingKind;
  /** Of the fact within its kind. */
  subject: string;
  gateway: "STRIPE" | "MERCADOPAGO" | "CRYPTO" | null;
  ref_type: string | null;
  ref_id: string | null;
  user_id: string | null;
  our_amount: string | null;
  our_currency: string | null;
  their_amount: string | null;
  their_currency: string | null;
  occurred_at: Date | null;
}

/** Of one kind no more rows are kept: after a disaster the sums tell more than a million lines. */
export const MAX_FINDINGS = 2_000;
