import type { AddressDeriver } from "@/lib/domain/crypto-payments/ports";
import { isCnpj, isCpf } from "./brazilian-id";
import type { WithdrawalMethod } from "./types";

/** The keys of Pix that are no number of a person or a company: e-mail, phone, random key. */
const PIX_KEYS = [
  /^[^\s@]{1,64}@[^\s@]{1,70}\.[a-z]{2,}$/i,
  /^\+55[1-9]\d{9,10}$/,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
];
/** "529.982.247-25" and "11.222.333/0001-81" as people write them. */
const WRITTEN_NUMBER = /^[\d./-]{11,18}$/;

/**
 * Where somebody can be paid, as it is written down: an address with the checksum of its network, or a Pix key whose
 * number is a CPF's or CNPJ's. Null for what nobody could be paid at.
 */
export function readDestination(
  addresses: Pick<AddressDeriver, "isAddress">,
  method: WithdrawalMethod,
  typed: string,
): string | null {
  const text = typed.trim();
  if (method !== "PIX") return addresses.isAddress(method === "BTC" ? "BTC" : "TRC20", text) ? text : null;
  if (PIX_KEYS.some((pattern) => pattern.test(text))) return text.toLowerCase();
  const digits = WRITTEN_NUMBER.test(text) ? text.replace(/\D/g, "") : "";
  return isCpf(digits) || isCnpj(digits) ? digits : null;
}

/** A transaction's hash, and with it perhaps which of its outputs. */
const TRANSACTION = /^[0-9a-f]{64}(?::\d{1,5})?$/;
const RECEIPT = /^[\w.:/-]{6,80}$/;

/** The proof of a payout: a transaction's hash on a chain, a bank's receipt number for Pix. Null for what is neither. */
export function readPayoutReference(method: WithdrawalMethod, typed: string): string | null {
  if (method === "PIX") return RECEIPT.test(typed.trim()) ? typed.trim() : null;
  const hash = typed.trim().toLowerCase().replace(/^0x/, "");
  return TRANSACTION.test(hash) ? hash : null;
}
