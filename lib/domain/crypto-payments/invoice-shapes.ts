import type { CryptoAsset, InvoiceException, InvoiceStatus, PaymentStatus } from "./types";

/** What the machine knows of an invoice. All times are business time. */
export interface CryptoInvoice {
  id: string;
  asset: CryptoAsset;
  status: InvoiceStatus;
  exception: InvoiceException;
  amountMicros: bigint;
  /** In the asset's smallest unit; the rate that was locked is amountMicros for this many. */
  unitsDue: bigint;
  /** Until here the locked rate holds and a payment is in time. */
  expiresAt: Date;
  /** Until here an unconfirmed payment is waited for. */
  monitorUntil: Date;
  /** What the shop added because a little was missing; 0 unless it is PAID. */
  allowanceMicros: bigint;
  /** The moment of the newest view of the chain that was taken in. */
  checkedAt: Date | null;
}

/** "unconfirmed": no block took it before the deadline. "failed": a block took it and it moved nothing. */
export type PaymentFailure = "replaced" | "unconfirmed" | "failed";

/** One receipt at the invoice's address. Its identity is txid and index; index is null until the network has it final. */
export interface CryptoPayment {
  /** Our row; null before it is stored. */
  id: string | null;
  txid: string;
  index: number | null;
  ordinal: number;
  units: bigint;
  status: PaymentStatus;
  firstSeenAt: Date;
  confirmations: number;
  block: { height: number | null; hash: string | null } | null;
  replaceable: boolean;
  spends: string[];
  /** Since when nobody shows it; it does not count meanwhile. */
  missingSince: Date | null;
  failure: PaymentFailure | null;
  replacedBy: string | null;
  /** Null until it is SETTLED; 0 where nothing was posted for it. */
  creditedMicros: bigint | null;
}

export interface InvoicePolicy {
  /** How much may be missing, in hundredths of a percent of the amount due. */
  toleranceBps: bigint;
  /** Confirmations by worth: the last step whose `fromMicros` is reached counts. The first starts at 0. */
  confirmations: Record<CryptoAsset, readonly { fromMicros: bigint; confirmations: number }[]>;
  /** Less than this does not count towards an invoice: it costs more to spend than it brings. */
  dustUnits: Record<CryptoAsset, bigint>;
  /** A chain that nobody has told us about for so long is worth an alert. */
  silenceMs: number;
}

/**
 * Two blocks of Bitcoin, six from 1,000 USD on. What Tron holds final is one step, whatever the amount.
 * Dust: a thousand satoshi are about what it costs to spend them again; less than a cent of USDT is sent to plant
 * look-alike addresses.
 */
export const INVOICE_POLICY: InvoicePolicy = {
  toleranceBps: 0n,
  confirmations: {
    BTC: [
      { fromMicros: 0n, confirmations: 2 },
      { fromMicros: 1_000_000_000n, confirmations: 6 },
    ],
    USDT: [{ fromMicros: 0n, confirmations: 1 }],
  },
  dustUnits: { BTC: 1_000n, USDT: 10_000n },
  silenceMs: 600_000,
};

/** A receipt that the machine will not place by itself: a person decides. Dust asks for nothing. */
export interface Stray {
  /** The same each time: "btc:<txid>:<vout>", "trx:<txid>:<log index>". */
  key: string;
  kind: "wrong_token" | "dust" | "confirmed_after_failure" | "paid_after_marked";
  txid: string;
  index: number | null;
  /** In the smallest unit of what came; for a wrong token as that token counts. */
  value: string;
  contract: string | null;
}

export type AlertKind =
  | "settled_payment_reorganised"
  | "stray_receipt"
  | "paid_after_close"
  | "rate_missing"
  | "chain_silent"
  | "never_confirmed";

/** The same key as long as the same thing is wrong: raise it once. */
export interface InvoiceAlert {
  key: string;
  kind: AlertKind;
}

/** Money for the customer's available balance; posting it twice with one key must do nothing. */
export interface ChainCredit {
  key: string;
  txid: string;
  index: number;
  units: bigint;
  micros: bigint;
  /** "locked": at the invoice's own rate. "current": at the rate of the moment of confirmation. */
  basis: "locked" | "current";
}
