import type { PlanView } from "@/lib/domain/vpn/types";

/** How a length is called: months that people know by a name, else its days. */
export type PeriodName = "month" | "quarter" | "year" | "days";

export function periodName(days: number): PeriodName {
  if (days >= 28 && days <= 31) return "month";
  if (days >= 89 && days <= 92) return "quarter";
  return days === 365 || days === 366 ? "year" : "days";
}

const MONTHS: Record<PeriodName, number | null> = { month: 1, quarter: 3, year: 12, days: null };
const MONTH_DAYS = 30n;

/** What a price for so many days is for a month: a year has twelve of them, other lengths count thirty days. */
export function monthlyOf(micros: bigint, days: number): bigint {
  const months = MONTHS[periodName(days)];
  return months === null ? (micros * MONTH_DAYS) / BigInt(days) : micros / BigInt(months);
}

/** The lengths that are on sale, shortest first; a trial's is none. */
export function periodsOf(plans: readonly PlanView[]): number[] {
  const days = plans.filter(({ isTrial }) => !isTrial).map(({ durationDays }) => durationDays);
  return [...new Set(days)].toSorted((a, b) => a - b);
}
