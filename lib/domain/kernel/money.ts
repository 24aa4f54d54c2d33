/**
 * Money is a bigint of micro-units of its currency: 1 USD = 1_000_000. It becomes a decimal string only at
 * the edges (API, forms, CSV) and is never a float.
 */
export const MICROS_PER_UNIT = 1_000_000n;

/** The one currency of wallets. */
export const WALLET_CURRENCY = "USD";

const DECIMAL = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/;

/** "0.35" -> 350000n. Returns null for anything but a plain decimal of at most six fraction digits. */
export function parseDecimal(text: string): bigint | null {
  const match = DECIMAL.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = "0", fraction = ""] = match;
  const micros = BigInt(whole) * MICROS_PER_UNIT + BigInt(fraction.padEnd(6, "0"));
  return sign ? -micros : micros;
}

/** 350000n -> "0.35": at least two fraction digits, more only where the amount is finer than a cent. */
export function toDecimal(micros: bigint): string {
  const negative = micros < 0n;
  const absolute = negative ? -micros : micros;
  const whole = absolute / MICROS_PER_UNIT;
  const fraction = (absolute % MICROS_PER_UNIT)
    .toString()
    .padStart(6, "0")
    .replace(/0{1,4}$/, "");
  return `${negative ? "-" : ""}${whole}.${fraction}`;
}
