import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { JobRecord } from "../types";

const MAX_ERROR = 500;

/** Adds what one process did since it last told, in one statement for all its jobs. */
export async function recordJobRuns(deps: Pick<KernelDeps, "db">, records: JobRecord[]): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map((record) => ({
    ...record,
    lastError: record.lastError?.slice(0, MAX_ERROR) ?? null,
  }));
  await deps.db.$executeRaw`
    INSERT INTO job_runs AS known (name, every_ms, started_at, finished_at, duration_ms, handled, runs, failures,
      last_error, last_error_at)
    SELECT name, "everyMs", "startedAt", "finishedAt", "durationMs", handled, runs, failures, "lastError", "lastErrorAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS told (name text, "everyMs" int, "startedAt" timestamptz,
      "finishedAt" timestamptz, "durationMs" int, handled int, runs bigint, failures bigint, "lastError" text,
      "lastErrorAt" timestamptz)
    ORDER BY name
    ON CONFLICT (name) DO UPDATE SET every_ms = excluded.every_ms,
      started_at = greatest(known.started_at, excluded.started_at),
      finished_at = greatest(known.finished_at, excluded.finished_at),
      duration_ms = coalesce(excluded.duration_ms, known.duration_ms),
      handled = coalesce(excluded.handled, known.handled),
      runs = known.runs + excluded.runs, failures = known.failures + excluded.failures,
      last_error = coalesce(excluded.last_error, known.last_error),
      last_error_at = greatest(known.last_error_at, excluded.last_error_at)`;
}

/** Which jobs a person asked to run now. Each wish is taken by one process. */
export async function takeRequestedRuns(deps: Pick<KernelDeps, "db">, names: string[]): Promise<string[]> {
  const rows = await deps.db.$queryRaw<{ name: string }[]>`
    UPDATE job_runs SET run_requested_at = NULL
    WHERE name IN (SELECT name FROM job_runs WHERE run_requested_at IS NOT NULL AND name = ANY(${names}::text[])
      FOR UPDATE SKIP LOCKED)
    RETURNING name`;
  return rows.map(({ name }) => name);
}
