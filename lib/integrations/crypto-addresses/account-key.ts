import { sha256 } from "@noble/hashes/sha2.js";
import { base58check } from "@scure/base";
import { HDKey } from "@scure/bip32";
import type { AccountKey, KeyRefusal } from "@/lib/domain/crypto-payments/ports";
import type { CryptoNetwork } from "@/lib/domain/crypto-payments/types";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { bitcoinAddress, tronAddress } from "./address";

/** Version bytes of extended keys (SLIP-0132). */
const PUBLIC = { xpub: 0x0488b21e, ypub: 0x049d7cb2, zpub: 0x04b24746, Ypub: 0x0295b43f, Zpub: 0x02aa7ed3 };
const PRIVATE = new Set([
  // xprv, yprv, zprv, Yprv, Zprv and their test network forms.
  0x0488ade4, 0x049d7878, 0x04b2430c, 0x0295b005, 0x02aa7a99, 0x04358394, 0x044a4e28, 0x045f18bc, 0x024285b5,
  0x02575048,
]);
/** tpub, upub, vpub, Upub, Vpub. */
const TEST = new Set([0x043587cf, 0x044a5262, 0x045f1cf6, 0x024289ef, 0x02575483]);

/** An account's version says which addresses it is for; ypub and the like are for others than ours. */
const TAKEN: Record<CryptoNetwork, ReadonlySet<number>> = {
  BTC: new Set([PUBLIC.xpub, PUBLIC.zpub]),
  TRC20: new Set([PUBLIC.xpub]),
};

/** An account lies at purpose'/coin'/account'; anything else would give addresses that the operator's wallet never looks at. */
const ACCOUNT_DEPTH = 3;
const LENGTH = 78;
const KEY_START = 45;
const MAX_INDEX = 0x7fffffff;
const checked = base58check(sha256);

/** Forms that hold a secret and are no extended key: WIF, a raw key in hexadecimal, seed words. */
const SECRET_FORMS = [
  /^[5KLc9][1-9A-HJ-NP-Za-km-z]{50,51}$/,
  /^(?:0x)?[0-9a-f]{64}$/i,
  /^(?:[a-z]{3,8}\s+){11,23}[a-z]{3,8}$/,
];
const PRIVATE_WORD = /^[xyztuv]prv/i;

function decode(text: string): Uint8Array | null {
  try {
    return checked.decode(text);
  } catch {
    return null;
  }
}

function versionOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
}

/** Zero there marks a private key, whatever the version says. */
function holdsPrivateKey(bytes: Uint8Array): boolean {
  return PRIVATE.has(versionOf(bytes)) || (bytes.length === LENGTH && bytes[KEY_START] === 0);
}

/** Reads an account's extended public key. Tells what is wrong, never repeats the text: it may be a secret. */
export function readAccountKey(
  network: CryptoNetwork,
  written: string,
): Result<{ key: AccountKey }, KeyRefusal> {
  const text = written.trim();
  if (PRIVATE_WORD.test(text) || SECRET_FORMS.some((form) => form.test(text)))
    return refuse("private_key_refused");
  const bytes = decode(text);
  if (!bytes || bytes.length !== LENGTH) return refuse("public_key_invalid");
  if (holdsPrivateKey(bytes)) return refuse("private_key_refused");
  const version = versionOf(bytes);
  if (TEST.has(version)) return refuse("test_network_key");
  if (!TAKEN[network].has(version)) return refuse("public_key_invalid");
  let account: HDKey;
  try {
    account = HDKey.fromExtendedKey(text, { private: 0, public: version });
  } catch {
    return refuse("public_key_invalid");
  }
  if (account.privateKey) return refuse("private_key_refused");
  if (account.depth !== ACCOUNT_DEPTH) return refuse("public_key_invalid");
  const receiving = account.deriveChild(0);
  const key: AccountKey = {
    network,
    fingerprint: account.fingerprint.toString(16).padStart(8, "0"),
    addressAt(index) {
      if (!Number.isInteger(index) || index < 0 || index > MAX_INDEX)
        throw new RangeError("no address index");
      const { publicKey } = receiving.deriveChild(index);
      if (!publicKey) throw new RangeError("no public key at this index");
      return network === "BTC" ? bitcoinAddress(publicKey) : tronAddress(publicKey);
    },
  };
  return ok({ key });
}
