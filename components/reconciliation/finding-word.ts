import type { Tone } from "@/components/ui/badge";
import type { FindingKind } from "@/lib/domain/reconciliation/types";

/** Money that is wrong now is bad; what only one side knows of may still be a matter of time. */
export const FINDING_TONES: Record<FindingKind, Tone> = {
  CREDITED_TWICE: "bad",
  PAID_NOT_CREDITED: "bad",
  CREDITED_UNKNOWN: "bad",
  AMOUNT_DIFFERS: "bad",
  CURRENCY_DIFFERS: "bad",
  REFUND_UNSEEN: "warn",
  REFUND_UNKNOWN: "warn",
  DISPUTE_UNSEEN: "warn",
  DISPUTE_UNKNOWN: "warn",
  CHAIN_NOT_BOOKED: "bad",
  PAYMENT_WITHOUT_ENTRY: "bad",
  ENTRY_WITHOUT_PAYMENT: "bad",
  LEDGER_UNBALANCED: "bad",
  WALLET_DIFFERS: "bad",
  HOLD_WITHOUT_OWNER: "warn",
  TOTAL_DIFFERS: "warn",
};
