import type { PlanView } from "@/lib/domain/vpn/types";

/** How a length is called: months that people know by a name, else its days. */
export type PeriodName = "month" | "quarter" | "year" | "days";

export function periodName(days: number): PeriodName {
  if (days >= 28 && days <= 31) return "month";
  if (days >= 89 && days <= 92) return "quarter";
  return days === 365 || days === 366 ? "year" : "days";
}

/** The lengths that are on sale, shortest first; a trial's is none. */
export function periodsOf(plans: readonly PlanView[]): number[] {
  const days = plans.filter(({ isTrial }) => !isTrial).map(({ durationDays }) => durationDays);
  return [...new Set(days)].toSorted((a, b) => a - b);
}
