import { type CryptoAsset, NETWORK_OF, type PaymentStatus } from "./types";

/** The ledger's key of a receipt, one per output or log entry: "btc:<txid>:<vout>", "trx:<txid>:<log index>". */
export function receiptKey(asset: CryptoAsset, txid: string, index: number | null, ordinal = 0): string {
  // Without an index it is only a name on a list; nothing is ever credited under it.
  return `${NETWORK_OF[asset] === "BTC" ? "btc" : "trx"}:${txid}:${index ?? `p${ordinal}`}`;
}

const FORWARD: readonly PaymentStatus[] = ["DETECTED", "CONFIRMED", "SETTLED"];

/**
 * The steps between two states of a payment: CONFIRMED to FAILED goes through DETECTED, DETECTED to SETTLED through
 * CONFIRMED. `from` is null for a payment that is new.
 */
export function statusSteps(from: PaymentStatus | null, to: PaymentStatus): PaymentStatus[] {
  if (from === to) return [];
  if (to === "FAILED") return from === "DETECTED" ? ["FAILED"] : ["DETECTED", "FAILED"];
  if (from === "CONFIRMED" && to === "DETECTED") return ["DETECTED"];
  return FORWARD.slice(from === null ? 0 : FORWARD.indexOf(from) + 1, FORWARD.indexOf(to) + 1);
}
