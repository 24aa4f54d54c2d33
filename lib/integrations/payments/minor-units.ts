import type { GatewayAmount } from "@/lib/domain/payments/types";

/** Micro-units in the smallest coin of a currency (ISO 4217 exponents). Others are not charged in. */
const MICROS_PER_MINOR: Readonly<Record<string, bigint>> = {
  USD: 10_000n,
  EUR: 10_000n,
  GBP: 10_000n,
  BRL: 10_000n,
  JPY: 1_000_000n,
};

/** 25_000_000 micros of USD -> 2500 cents. Null where the currency is unknown or the amount is finer than a coin. */
export function toMinorUnits({ micros, currency }: GatewayAmount): number | null {
  const coin = MICROS_PER_MINOR[currency];
  if (coin === undefined || micros <= 0n || micros % coin !== 0n) return null;
  const minor = micros / coin;
  return minor <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(minor) : null;
}

/** 2500, "usd" -> 25_000_000 micros of USD. Throws on a currency that is not ours: such an answer is not understood. */
export function fromMinorUnits(minor: number, currency: string): GatewayAmount {
  const code = currency.toUpperCase();
  const coin = MICROS_PER_MINOR[code];
  if (coin === undefined) throw new Error(`unknown currency ${code}`);
  return { micros: BigInt(minor) * coin, currency: code };
}
