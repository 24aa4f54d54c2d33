import type { Db, Tx } from "@/lib/db/client";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { type Refusal, refuse } from "@/lib/domain/kernel/result";
import type { SettingValue } from "@/lib/domain/settings/schema";
import { METHOD_TERMS, type TopUpMethod } from "./methods";
import type { MethodState } from "./types";

export type BillingLimits = SettingValue<"billing.limits">;

/** Decimal of a setting in micro-units; the setting's schema has checked it. */
export function settingMicros(text: string): bigint {
  return parseDecimal(text) ?? 0n;
}

/** What a person of this level may bring in within a UTC day, in micro-units. */
export function dailyTopUpMicros(limits: BillingLimits, level: number): bigint {
  return settingMicros(limits.topUpPerDay[Math.min(Math.max(level, 0), 3)] ?? "0");
}

/** What was started or paid since midnight UTC (business time) and has not come to nothing. Micro-units. */
export async function startedTodayMicros(db: Db | Tx, userId: string): Promise<bigint> {
  const rows = await db.$queryRaw<{ sum: bigint }[]>`
    SELECT coalesce(sum(i.amount_micros), 0)::bigint AS sum FROM invoices i
    WHERE i.user_id = ${userId}::uuid AND i.purpose = 'TOP_UP' AND i.status IN ('CREATED', 'PENDING', 'PAID')
      AND i.created_at >= date_trunc('day', app_now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'`;
  return rows[0]?.sum ?? 0n;
}

/** How a way of paying stands; what a fresh shop starts with where nobody has changed it. */
export async function methodState(db: Db | Tx, method: TopUpMethod): Promise<MethodState> {
  const row = await db.gatewayState.findUnique({ where: { method } });
  const { minimumMicros, maximumMicros, feeBps } = row ?? METHOD_TERMS[method];
  return {
    method,
    isOn: row?.isOn ?? true,
    minimumMicros,
    maximumMicros,
    feeBps,
    version: row?.version ?? 1,
  };
}

/** Why this amount cannot be brought in this way, or null. */
export function amountRefusal(state: MethodState, amountMicros: bigint): Refusal | null {
  if (!state.isOn) return refuse("method_off");
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
  const CENT = 10_000n;
  const rate = settingMicros(percent); // 19 % is 19_000_000
  const tax = (totalMicros * rate) / (100_000_000n + rate);
  return (tax / CENT) * CENT;
}

/** "2.5" of 250 hundredths of a percent. */
export function feePercent(feeBps: number): string {
  return String(feeBps / 100);
}
