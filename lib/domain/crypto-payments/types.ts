/** What can be paid with: bitcoin, and Tether's dollar on Tron. */
export type CryptoAsset = "BTC" | "USDT";

/** Where it is paid. */
export type CryptoNetwork = "BTC" | "TRC20";

/** Each asset is taken on one network. */
export const NETWORK_OF: Record<CryptoAsset, CryptoNetwork> = { BTC: "BTC", USDT: "TRC20" };

/** Tether's own contract on Tron; any other that calls itself USDT is a stranger. */
export const USDT_CONTRACT = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";

export type InvoiceStatus = "CREATED" | "PENDING" | "PAID" | "EXPIRED" | "REFUNDED" | "CANCELED";

export type InvoiceException = "NONE" | "PAID_PARTIAL" | "PAID_LATE" | "PAID_OVER" | "UNCONFIRMED" | "MARKED";

export type PaymentStatus =
  | "CREATED"
  | "PENDING"
  | "DETECTED"
  | "CONFIRMED"
  | "SETTLED"
  | "FAILED"
  | "EXPIRED"
  | "REFUNDED";

/** Money that an address received: an output of a transaction, or one transfer of a token contract. */
export interface ChainTransfer {
  txid: string;
  /** BTC: the output's number. TRC20: the position in the transaction's log; null until the network has it final. */
  index: number | null;
  /** Tells apart transfers of one transaction that have no index yet: 0, 1, … in the order they were listed. */
  ordinal: number;
  /** In the asset's smallest unit: satoshi, or millionths of a USDT. */
  units: bigint;
  /** Null while it is in no block of the best chain. */
  block: { height: number | null; hash: string | null; time: Date } | null;
  /** BTC: blocks on top of it, its own included. TRC20: 1 once the network holds it final, else 0. */
  confirmations: number;
  /** The sender may still replace it (BIP125). */
  replaceable: boolean;
  /** "txid:vout" of what it spends: where to look for what took its place. Empty where the network has no such thing. */
  spends: string[];
}

/** A token that looks like ours, or a sum that came in by another contract. */
export interface ForeignTransfer {
  txid: string;
  index: number | null;
  ordinal: number;
  contract: string;
  /** In the foreign token's own smallest unit, as text: its decimals mean nothing to us. */
  value: string;
  symbol: string | null;
  at: Date;
}

/** What became of a transfer that we knew and that the address shows no more. */
export interface MissingTransfer {
  txid: string;
  /**
   * "replaced": another transaction spends the same coins. "absent": nobody shows it, it may come back.
   * "failed": it is in a block and moved nothing.
   */
  fate: "replaced" | "absent" | "failed";
  /** The transaction that took its place, where it is known. */
  by: string | null;
}

/** One address at one moment, as one source told it. */
export interface ChainView {
  address: string;
  /** When the question was asked, in business time. */
  asOf: Date;
  /** Height of the best block; null where the source does not tell it. */
  tipHeight: number | null;
  transfers: ChainTransfer[];
  foreign: ForeignTransfer[];
  missing: MissingTransfer[];
  source: string;
}

export interface KnownTransfer {
  txid: string;
  spends: string[];
}

export type ChainAnswer =
  | { kind: "ok"; view: ChainView }
  /** Nothing is known: never the same as "nothing was paid". */
  | { kind: "unavailable"; error: string; retryAt: Date | null };

/** USD for one whole unit of the asset, times 10^12. */
export type ScaledRate = bigint;

export interface RateReading {
  source: string;
  rate: ScaledRate;
  /** When the price held: the source's own time where it tells one. */
  observedAt: Date;
}

export type RateAnswer =
  | { kind: "ok"; reading: RateReading }
  | { kind: "unavailable"; source: string; error: string; retryAt: Date | null };
