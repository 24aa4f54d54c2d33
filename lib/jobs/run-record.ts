import type { JobRecord } from "@/lib/domain/operations/types";

interface Count {
  startedAt: Date | null;
  finishedAt: Date | null;
  durationMs: number | null;
  handled: number | null;
  runs: number;
  failures: number;
  lastError: string | null;
  lastErrorAt: Date | null;
}

const NOTHING: Count = {
  startedAt: null,
  finishedAt: null,
  durationMs: null,
  handled: null,
  runs: 0,
  failures: 0,
  lastError: null,
  lastErrorAt: null,
};

export interface RunRecord {
  began(name: string): void;
  /** `outcome` is how many rows were handled, or what was thrown. */
  ended(name: string, durationMs: number, outcome: number | Error): void;
  /** What is new since the last time, and starts again from nothing. */
  take(): JobRecord[];
  /** What was taken could not be written: counts as new again. */
  giveBack(records: JobRecord[]): void;
}

function merge(older: Count, newer: Count): Count {
  return {
    startedAt: newer.startedAt ?? older.startedAt,
    finishedAt: newer.finishedAt ?? older.finishedAt,
    durationMs: newer.durationMs ?? older.durationMs,
    handled: newer.handled ?? older.handled,
    runs: older.runs + newer.runs,
    failures: older.failures + newer.failures,
    lastError: newer.lastError ?? older.lastError,
    lastErrorAt: newer.lastErrorAt ?? older.lastErrorAt,
  };
}

/** What the jobs of this process did, kept in memory: jobs that run twice a second cost no write each. */
export function createRunRecord(jobs: readonly { name: string; everyMs: number }[]): RunRecord {
  // Each is known from the first moment: one that begins later can be asked for before.
  const counts = new Map<string, Count>(jobs.map(({ name }) => [name, NOTHING]));
  const add = (name: string, more: Partial<Count>) =>
    counts.set(name, merge(counts.get(name) ?? NOTHING, { ...NOTHING, ...more }));
  return {
    began: (name) => add(name, { startedAt: new Date() }),
    ended(name, durationMs, outcome) {
      const at = new Date();
      const done = { finishedAt: at, durationMs: Math.round(durationMs), runs: 1 };
      if (typeof outcome === "number") add(name, { ...done, handled: outcome });
      else add(name, { ...done, failures: 1, lastError: outcome.message, lastErrorAt: at });
    },
    take() {
      const records = jobs.flatMap(({ name, everyMs }) => {
        const count = counts.get(name);
        return count ? [{ name, everyMs, ...count }] : [];
      });
      counts.clear();
      return records;
    },
    giveBack(records) {
      for (const { name, everyMs: _, ...count } of records) {
        counts.set(name, merge(count, counts.get(name) ?? NOTHING));
      }
    },
  };
}
