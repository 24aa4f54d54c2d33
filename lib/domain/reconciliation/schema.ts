import { z } from "zod";

/** In the order of the page: what concerns the gateways first, then the books by themselves. */
export const FINDING_KINDS = [
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
] as const;

export const FINDING_STATES = ["open", "healed", "all"] as const;

export const RECONCILED_GATEWAYS = ["STRIPE", "MERCADOPAGO", "CRYPTO"] as const;

const decimal = z.string().regex(/^-?\d{1,24}(\.\d{1,40})?$/);

/** What was asked of a gateway in one comparison, and what it answered. */
export const sourceSchema = z.object({
  gateway: z.enum(RECONCILED_GATEWAYS),
  /** Null where it is not configured; a stable word where it could not be read. */
  answer: z.enum(["read", "off", "unavailable"]),
  reason: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  movements: z.number().int(),
});

/** Sums of one account of the house. `their` is in the currency of the gateway, the others in USD. */
export const totalSchema = z.object({
  account: z.string(),
  gateway: z.enum(RECONCILED_GATEWAYS),
  theirCurrency: z.string().nullable(),
  theirAmount: decimal,
  theirCount: z.number().int(),
  /** What our rows say that the gateway holds, in its currency, over the same stretch. */
  rowAmount: decimal,
  rowCount: z.number().int(),
  /** Seen on its way and not yet sure, in the gateway's currency: in neither of the two sums above. */
  waitingAmount: decimal.default("0"),
  linesAmount: decimal,
  ledgerAmount: decimal,
});
