import { parseDecimal } from "./money";

const SCALE = 1_000_000n;
const CENT = 10_000n;

/**
 * What a payer is asked for in a currency of which `perUsd` units are one USD, rounded up to its cent: 25 USD at
 * "5.40" are "135.00". Null when the rate is not a decimal above zero.
 */
export function chargeIn(totalMicros: bigint, perUsd: string): { amount: string; unitInUsd: string } | null {
  const rate = parseDecimal(perUsd);
  if (rate === null || rate <= 0n) return null;
  const exact = totalMicros * rate;
  const cents = (exact + SCALE * CENT - 1n) / (SCALE * CENT);
  const TWELVE = 10n ** 12n;
  return { amount: centsToDecimal(cents), unitInUsd: scaledToDecimal((SCALE * TWELVE) / rate, 12) };
}

/** 2500n -> "25.00". */
export function centsToDecimal(cents: bigint): string {
  return scaledToDecimal(cents, 2);
}

/** 135n with scale 1 -> "13.5": a scaled integer as a decimal with all its digits. */
export function scaledToDecimal(value: bigint, scale: number): string {
  const digits = value.toString().padStart(scale + 1, "0");
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Micro-units of USD as the decimal that a gateway takes: whole cents. */
export function usdCents(micros: bigint): string {
  return centsToDecimal((micros + CENT - 1n) / CENT);
}

/** "135" or "135.5" of a currency with at most six fraction digits, in its micro-units. Throws for anything finer. */
export function chargeMicros(amount: string): bigint {
  const micros = parseDecimal(amount);
  if (micros === null) throw new Error(`${amount} is no amount of a gateway`);
  return micros;
}

const BPS = 10_000n;

/** The fee on top of an amount, rounded up to the cent. */
export function feeOf(amountMicros: bigint, feeBps: number): bigint {
  const exact = amountMicros * BigInt(feeBps);
  const cents = (exact + BPS * CENT - 1n) / (BPS * CENT);
  return cents * CENT;
}

/** A decimal of the database as plain digits: never with an exponent. */
export function plainDecimal(value: { toFixed(): string }): string {
  return value.toFixed();
}
