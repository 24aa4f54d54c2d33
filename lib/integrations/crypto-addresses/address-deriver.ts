import type { AddressDeriver } from "@/lib/domain/crypto-payments/ports";
import { readAccountKey } from "./account-key";
import { isBitcoinAddress, isTronAddress } from "./address";

/** Addresses by BIP32 from public keys, in plain JavaScript: about a millisecond each. */
export const addressDeriver: AddressDeriver = {
  readKey: readAccountKey,
  isAddress: (network, text) => (network === "BTC" ? isBitcoinAddress(text) : isTronAddress(text)),
};
