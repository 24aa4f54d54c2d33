import { decodeBase58Check, encodeBase58Check } from "./base58";
import { decodeSegwit, encodeSegwit } from "./bech32";

export interface OutputScript {
  hex: string;
  asm: string;
  /** As Esplora names them. */
  type: "p2pkh" | "p2sh" | "v0_p2wpkh" | "v0_p2wsh" | "v1_p2tr" | "unknown";
}

const SEGWIT_PREFIXES = ["bc", "tb", "bcrt"];
const PUBKEY_HASH_VERSIONS = [0x00, 0x6f];
const SCRIPT_HASH_VERSIONS = [0x05, 0xc4];
const TRON_VERSION = 0x41;

function segwitScript(address: string): OutputScript | null {
  const decoded = decodeSegwit(address);
  if (!decoded || !SEGWIT_PREFIXES.includes(decoded.prefix)) return null;
  const { version, program } = decoded;
  const body = program.toString("hex");
  const opcode = version === 0 ? "00" : (0x50 + version).toString(16);
  const word = version === 0 ? "OP_0" : `OP_PUSHNUM_${version}`;
  const type =
    version === 0
      ? program.length === 20
        ? "v0_p2wpkh"
        : "v0_p2wsh"
      : version === 1 && program.length === 32
        ? "v1_p2tr"
        : "unknown";
  return {
    hex: `${opcode}${program.length.toString(16).padStart(2, "0")}${body}`,
    asm: `${word} OP_PUSHBYTES_${program.length} ${body}`,
    type,
  };
}

/** What an output to this Bitcoin address holds; null when it is no address of mainnet, testnet or regtest. */
export function outputScript(address: string): OutputScript | null {
  const segwit = segwitScript(address);
  if (segwit) return segwit;
  const bytes = decodeBase58Check(address);
  if (bytes?.length !== 21) return null;
  const hash = bytes.subarray(1).toString("hex");
  if (PUBKEY_HASH_VERSIONS.includes(bytes[0] ?? -1)) {
    return {
      hex: `76a914${hash}88ac`,
      asm: `OP_DUP OP_HASH160 OP_PUSHBYTES_20 ${hash} OP_EQUALVERIFY OP_CHECKSIG`,
      type: "p2pkh",
    };
  }
  if (!SCRIPT_HASH_VERSIONS.includes(bytes[0] ?? -1)) return null;
  return { hex: `a914${hash}87`, asm: `OP_HASH160 OP_PUSHBYTES_20 ${hash} OP_EQUAL`, type: "p2sh" };
}

/** Bech32 ignores case, base58 does not: the form under which outputs are kept. */
export function canonicalBitcoin(address: string): string {
  return decodeSegwit(address) ? address.toLowerCase() : address;
}

/** A pay-to-witness-pubkey-hash address of the same network as another. */
export function bitcoinAddressLike(other: string, hash: Uint8Array): string {
  const prefix = decodeSegwit(other)?.prefix ?? "bc";
  return encodeSegwit(prefix, hash);
}

/** The 20 bytes of a Tron address in hex (base58 or hex "41…"); null when it is none. */
export function tronBody(address: string): string | null {
  if (/^(?:0x)?41[0-9a-f]{40}$/i.test(address)) return address.slice(-40).toLowerCase();
  const bytes = decodeBase58Check(address);
  return bytes?.length === 21 && bytes[0] === TRON_VERSION ? bytes.subarray(1).toString("hex") : null;
}

/** A Tron address in base58 from its 20 bytes in hex. */
export function tronAddress(body: string): string {
  return encodeBase58Check(Buffer.from(`${TRON_VERSION.toString(16)}${body}`, "hex"));
}
