import { secp256k1 } from "@noble/curves/secp256k1.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { base58check } from "@scure/base";
import { Address, NETWORK, p2wpkh } from "@scure/btc-signer";

const TRON_PREFIX = 0x41;
const TRON_LENGTH = 21;
const HASH_LENGTH = 20;
const checked = base58check(sha256);

/** P2WPKH ("bc1q…") of a compressed public key: BIP84. */
export function bitcoinAddress(publicKey: Uint8Array): string {
  const { address } = p2wpkh(publicKey, NETWORK);
  if (!address) throw new Error("this key has no address");
  return address;
}

/** The last 20 bytes of the key's Keccak-256 behind 0x41, base58 with a checksum ("T…"). */
export function tronAddress(publicKey: Uint8Array): string {
  const point = secp256k1.Point.fromBytes(publicKey).toBytes(false);
  const account = new Uint8Array(TRON_LENGTH);
  account[0] = TRON_PREFIX;
  account.set(keccak_256(point.subarray(1)).subarray(-HASH_LENGTH), 1);
  return checked.encode(account);
}

/** Any kind of mainnet address that Bitcoin has: P2PKH, P2SH, bech32, bech32m. */
export function isBitcoinAddress(text: string): boolean {
  try {
    Address(NETWORK).decode(text);
    return true;
  } catch {
    return false;
  }
}

export function isTronAddress(text: string): boolean {
  try {
    const bytes = checked.decode(text);
    return bytes.length === TRON_LENGTH && bytes[0] === TRON_PREFIX;
  } catch {
    return false;
  }
}
