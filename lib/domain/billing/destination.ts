import type { AddressDeriver } from "@/lib/domain/crypto-payments/ports";
import type { RequestWithdrawalInput } from "./types";

/** A Pix key: e-mail, phone, CPF or CNPJ digits, or a random key. */
const PIX_KEYS = [
  /^[^\s@]{1,64}@[^\s@]{1,70}\.[a-z]{2,}$/i,
  /^\+55\d{10,11}$/,
  /^\d{11}$/,
  /^\d{14}$/,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
];

/** Whether somebody could be paid there. Addresses are checked by their checksum and network. */
export function isPayoutDestination(
  addresses: AddressDeriver,
  method: RequestWithdrawalInput["method"],
  destination: string,
): boolean {
  if (method === "PIX") return PIX_KEYS.some((pattern) => pattern.test(destination));
  return addresses.isAddress(method === "BTC" ? "BTC" : "TRC20", destination);
}
