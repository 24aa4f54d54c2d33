import type { OverviewRange, RangeKey } from "./types";

const DAY_MS = 86_400_000;
const MAX_DAYS = 366;
const DEFAULT_DAYS = 7;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function startOf(day: string | undefined): number | null {
  if (!day || !DAY.test(day)) return null;
  const ms = Date.parse(`${day}T00:00:00Z`);
  // "2026-02-31" is read as a day of March: it is no day.
  return Number.isNaN(ms) || dayOf(ms) !== day ? null : ms;
}

function rangeOf(key: RangeKey, [from, to]: [number, number], now: Date): OverviewRange {
  const isRunning = dayOf(to) === dayOf(now.getTime());
  const days = Math.round((to - from) / DAY_MS) + 1;
  return {
    key,
    from: dayOf(from),
    to: dayOf(to),
    days,
    previousFrom: dayOf(from - days * DAY_MS),
    previousTo: dayOf(from - DAY_MS),
    previousUntil: isRunning ? new Date(from - DAY_MS + (now.getTime() - to)).toISOString() : null,
  };
}

/**
 * Reads what the address asks, never throws: seven days where it makes no sense. Days to come are left out, ends in the
 * wrong order change places, and a range is a year at most.
 */
export function readOverviewRange(
  asked: { range?: string; from?: string; to?: string },
  now: Date,
): OverviewRange {
  const today = startOf(dayOf(now.getTime())) ?? 0;
  const last = (days: number, key: RangeKey) => rangeOf(key, [today - (days - 1) * DAY_MS, today], now);
  if (asked.range === "today") return last(1, "today");
  if (asked.range === "30") return last(30, "30");
  if (asked.range === "90") return last(90, "90");
  const [one, other] = [startOf(asked.from), startOf(asked.to)];
  const isOther = asked.range !== undefined && asked.range !== "custom";
  if (isOther || one === null || other === null) return last(DEFAULT_DAYS, "7");
  const to = Math.min(Math.max(one, other), today);
  const from = Math.max(Math.min(one, other, today), to - (MAX_DAYS - 1) * DAY_MS);
  return rangeOf("custom", [from, to], now);
}

/** Every day of a range, the first first. */
export function daysOf({ from, days }: Pick<OverviewRange, "from" | "days">): string[] {
  const start = startOf(from) ?? 0;
  return Array.from({ length: days }, (_, index) => dayOf(start + index * DAY_MS));
}
