import { parseDecimal } from "@/lib/domain/kernel/money";
import { type Refusal, refuse } from "@/lib/domain/kernel/result";
import type { BillingLimits } from "@/lib/domain/settings/types";
import type { MethodState } from "./types";

/** Decimal of a setting in micro-units; the setting's schema has checked it. */
export function settingMicros(text: string): bigint {
  return parseDecimal(text) ?? 0n;
}

/** What a person of this level may bring in within a UTC day, in micro-units. */
export function dailyTopUpMicros(limits: BillingLimits, level: number): bigint {
  return settingMicros(limits.topUpPerDay[Math.min(Math.max(level, 0), 3)] ?? "0");
}

const CENT = 10_000n;

/** Why this amount cannot be brought in this way, or null. */
export function amountRefusal(state: MethodState, amountMicros: bigint): Refusal | null {
  if (!state.isOn) return refuse("method_off");
  if (amountMicros % CENT !== 0n) return refuse("amount_too_fine");
  if (amountMicros < state.minimumMicros) {
    return refuse("amount_too_small", { minimumMicros: state.minimumMicros.toString() });
  }
  if (amountMicros > state.maximumMicros) {
    return refuse("amount_too_large", { maximumMicros: state.maximumMicros.toString() });
  }
  return null;
}

/** The tax contained in a total, rounded to the cent below. */
export function taxContainedIn(totalMicros: bigint, percent: string): bigint {
  const rate = settingMicros(percent); // 19 % is 19_000_000
  const tax = (totalMicros * rate) / (100_000_000n + rate);
  return (tax / CENT) * CENT;
}

/** "2.5" of 250 hundredths of a percent. */
export function feePercent(feeBps: number): string {
  return String(feeBps / 100);
}
