const ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** BIP173 for witness version 0, BIP350 for the later ones. */
const BECH32 = 1;
const BECH32M = 0x2bc830a3;
const CHECKSUM_LETTERS = 6;

function polymod(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    GENERATOR.forEach((generator, bit) => {
      if ((top >>> bit) & 1) check ^= generator;
    });
  }
  return check >>> 0;
}

function expand(prefix: string): number[] {
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
}

/** Regroups bits; null when what is left over is not plain padding. */
function regroup(values: readonly number[], from: number, to: number, isPadded: boolean): number[] | null {
  let buffer = 0;
  let bits = 0;
  const regrouped: number[] = [];
  for (const value of values) {
    buffer = ((buffer << from) | value) & 0xfff;
    bits += from;
    while (bits >= to) {
      bits -= to;
      regrouped.push((buffer >>> bits) & ((1 << to) - 1));
    }
  }
  const rest = (buffer << (to - bits)) & ((1 << to) - 1);
  if (isPadded) return bits > 0 ? [...regrouped, rest] : regrouped;
  return bits >= from || rest !== 0 ? null : regrouped;
}

export interface WitnessProgram {
  prefix: string;
  version: number;
  program: Buffer;
}

/** A native segwit address taken apart, its checksum tested; null when it is none. */
export function decodeSegwit(address: string): WitnessProgram | null {
  if (address !== address.toLowerCase() && address !== address.toUpperCase()) return null;
  const text = address.toLowerCase();
  const divider = text.lastIndexOf("1");
  const values = [...text.slice(divider + 1)].map((letter) => ALPHABET.indexOf(letter));
  if (divider < 1 || text.length > 90 || values.length <= CHECKSUM_LETTERS || values.includes(-1))
    return null;
  const prefix = text.slice(0, divider);
  const version = values[0] ?? 0;
  if (polymod([...expand(prefix), ...values]) !== (version === 0 ? BECH32 : BECH32M)) return null;
  const program = regroup(values.slice(1, -CHECKSUM_LETTERS), 5, 8, false);
  if (!program || version > 16 || program.length < 2 || program.length > 40) return null;
  if (version === 0 && program.length !== 20 && program.length !== 32) return null;
  return { prefix, version, program: Buffer.from(program) };
}

/** A native segwit address of version 0, as BIP173 writes it. */
export function encodeSegwit(prefix: string, program: Uint8Array): string {
  const values = [0, ...(regroup([...program], 8, 5, true) ?? [])];
  const check = polymod([...expand(prefix), ...values, 0, 0, 0, 0, 0, 0]) ^ BECH32;
  const tail = [5, 4, 3, 2, 1, 0].map((place) => (check >>> (5 * place)) & 31);
  return `${prefix}1${[...values, ...tail].map((value) => ALPHABET[value]).join("")}`;
}
