import type { Result } from "@/lib/domain/kernel/result";
import type { ChainAnswer, CryptoAsset, CryptoNetwork, KnownTransfer, RateAnswer } from "./types";

/** An extended public key of an account, read and found to be what it should be. */
export interface AccountKey {
  network: CryptoNetwork;
  /** The first four bytes of the key's hash, in hexadecimal: names the key in logs and settings. */
  fingerprint: string;
  /**
   * The address of receiving index 0, 1, 2, …: BIP84 `0/i` for BTC, `0/i` under m/44'/195'/0' for TRC20.
   * Throws a RangeError for what is no index.
   */
  addressAt(index: number): string;
}

export type KeyRefusal = "private_key_refused" | "test_network_key" | "public_key_invalid";

/** Makes addresses out of public keys alone; nothing here can spend. */
export interface AddressDeriver {
  /** Reads zpub or xpub (BTC) or xpub (TRC20). A key that can spend is refused, whatever its form. */
  readKey(network: CryptoNetwork, text: string): Result<{ key: AccountKey }, KeyRefusal>;
  /** Whether a person could be paid there: mainnet and the checksum. */
  isAddress(network: CryptoNetwork, text: string): boolean;
}

/** Watches addresses of one network. */
export interface ChainWatcher {
  network: CryptoNetwork;
  /** `since`: nothing older can concern the address. `known`: what was seen before and is not final yet. */
  look(input: { address: string; since: Date; known: KnownTransfer[] }): Promise<ChainAnswer>;
}

export interface RateSource {
  name: string;
  assets: readonly CryptoAsset[];
  read(asset: CryptoAsset): Promise<RateAnswer>;
}
