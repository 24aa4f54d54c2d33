import type { CryptoAsset, ScaledRate } from "./types";

/** Digits after the point of one whole unit: satoshi of BTC, millionths of USDT. */
export const DECIMALS: Record<CryptoAsset, number> = { BTC: 8, USDT: 6 };

const RATE_DIGITS = 12;
const MICRO_DIGITS = 6;

/** What brings (micros × this) / rate into the asset's units. */
function unitFactor(asset: CryptoAsset): bigint {
  return 10n ** BigInt(RATE_DIGITS - MICRO_DIGITS + DECIMALS[asset]);
}

/** The quotient of two positive integers, rounded up. */
export function divideUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}

/** What has to be sent for an amount of USD, in the asset's smallest unit, rounded up: the shop is never short. */
export function unitsFor(asset: CryptoAsset, usdMicros: bigint, rate: ScaledRate): bigint {
  return divideUp(usdMicros * unitFactor(asset), rate);
}

/** What units are worth in micro-units of USD, rounded down: nothing is credited that did not come in. */
export function microsFor(asset: CryptoAsset, units: bigint, rate: ScaledRate): bigint {
  return (units * rate) / unitFactor(asset);
}

/** "0.00042" of BTC -> 42000n. Null for anything but a plain decimal that the asset can express exactly. */
export function parseUnits(asset: CryptoAsset, text: string): bigint | null {
  return scaled(text, DECIMALS[asset]);
}

/** 42000n of BTC -> "0.00042": no exponent, no separators, no zeros at the end. */
export function unitsToDecimal(asset: CryptoAsset, units: bigint): string {
  return plain(units, DECIMALS[asset]);
}

/** "63210.5" -> 63210500000000000n. Null unless it is a plain decimal above zero of at most twelve fraction digits. */
export function parseRate(text: string): ScaledRate | null {
  const rate = scaled(text, RATE_DIGITS);
  return rate !== null && rate > 0n ? rate : null;
}

/** The rate as numeric(30,12) takes it. */
export function rateToDecimal(rate: ScaledRate): string {
  return plain(rate, RATE_DIGITS);
}

function scaled(text: string, digits: number): bigint | null {
  const match = /^(\d{1,18})(?:\.(\d{1,30}))?$/.exec(text);
  if (!match) return null;
  const [, whole = "0", fraction = ""] = match;
  const exact = fraction.replace(/0+$/, "");
  return exact.length > digits ? null : BigInt(whole + exact.padEnd(digits, "0"));
}

function plain(value: bigint, digits: number): string {
  const text = value.toString().padStart(digits + 1, "0");
  const fraction = text.slice(-digits).replace(/0+$/, "");
  const whole = text.slice(0, -digits);
  return fraction ? `${whole}.${fraction}` : whole;
}
