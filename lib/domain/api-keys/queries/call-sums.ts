import { Prisma } from "@/lib/db/generated/client";
import type { CallSums } from "../types";

/** Counts of one group of calls, as the statistics hold them. */
export interface CallRow {
  calls: bigint;
  errors: bigint;
  refused: bigint;
  latency: bigint;
  within10: bigint;
  within50: bigint;
  within200: bigint;
  within1000: bigint;
}

/** The columns of CallRow, added up over the rows of `s`. */
export const CALL_COLUMNS = Prisma.sql`
  coalesce(sum(s.calls), 0)::bigint AS calls, coalesce(sum(s.errors), 0)::bigint AS errors,
  coalesce(sum(s.refused), 0)::bigint AS refused, coalesce(sum(s.latency_ms), 0)::bigint AS latency,
  coalesce(sum(s.within_10), 0)::bigint AS within10, coalesce(sum(s.within_50), 0)::bigint AS within50,
  coalesce(sum(s.within_200), 0)::bigint AS within200, coalesce(sum(s.within_1000), 0)::bigint AS within1000`;

export const NO_CALLS: CallRow = {
  calls: 0n,
  errors: 0n,
  refused: 0n,
  latency: 0n,
  within10: 0n,
  within50: 0n,
  within200: 0n,
  within1000: 0n,
};

const MOST_PERCENT = 95;

/** The first bound within which 95 of 100 calls were answered. */
function mostWithin(row: CallRow): number | null {
  const bounds = [
    [10, row.within10],
    [50, row.within50],
    [200, row.within200],
    [1_000, row.within1000],
  ] as const;
  let answered = 0n;
  for (const [ms, within] of bounds) {
    answered += within;
    if (row.calls > 0n && answered * 100n >= row.calls * BigInt(MOST_PERCENT)) return ms;
  }
  return null;
}

export function toSums(row: CallRow): CallSums {
  const calls = Number(row.calls);
  return {
    calls,
    errors: Number(row.errors),
    refused: Number(row.refused),
    averageMs: calls === 0 ? 0 : Math.round(Number(row.latency) / calls),
    mostWithinMs: mostWithin(row),
  };
}

export function addRows(one: CallRow, other: CallRow): CallRow {
  return {
    calls: one.calls + other.calls,
    errors: one.errors + other.errors,
    refused: one.refused + other.refused,
    latency: one.latency + other.latency,
    within10: one.within10 + other.within10,
    within50: one.within50 + other.within50,
    within200: one.within200 + other.within200,
    within1000: one.within1000 + other.within1000,
  };
}
