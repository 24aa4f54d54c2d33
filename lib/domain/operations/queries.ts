import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { canSeeOperations, LATE_GRACE_SECONDS, STUCK_ATTEMPTS } from "./policy";
import type { JobRunView, LedgerCheckView, OutboxState } from "./types";

type ReadDeps = Pick<KernelDeps, "db">;

const MAX_FAILING = 100;

interface JobRow {
  name: string;
  everyMs: number | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  durationMs: number | null;
  handled: number | null;
  runs: bigint;
  failures: bigint;
  lastError: string | null;
  lastErrorAt: Date | null;
  isRunRequested: boolean;
  lateSeconds: number;
}

/** Every job that a process ever told of. */
export async function listJobRuns(deps: ReadDeps): Promise<JobRunView[]> {
  const rows = await deps.db.$queryRaw<JobRow[]>`
    SELECT name, every_ms AS "everyMs", started_at AS "startedAt", finished_at AS "finishedAt",
      duration_ms AS "durationMs", handled, runs, failures, last_error AS "lastError", last_error_at AS "lastErrorAt",
      run_requested_at IS NOT NULL AS "isRunRequested",
      floor(extract(epoch FROM now() - coalesce(finished_at, started_at, now()))
        - 3 * coalesce(every_ms, 0) / 1000.0)::float8 AS "lateSeconds"
    FROM job_runs ORDER BY name`;
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    runs: Number(row.runs),
    failures: Number(row.failures),
    lastErrorAt: row.lastErrorAt?.toISOString() ?? null,
    lateSeconds: row.lateSeconds > LATE_GRACE_SECONDS ? row.lateSeconds : null,
  }));
}

/** What the outbox still has to tell, and what it could not. */
export async function readOutbox(deps: ReadDeps): Promise<OutboxState> {
  const [[sums], failing] = await Promise.all([
    deps.db.$queryRaw<{ waiting: bigint; oldest: number | null }[]>`
      SELECT count(*) AS waiting, extract(epoch FROM now() - min(created_at))::float8 AS oldest
      FROM outbox_events WHERE dispatched_at IS NULL`,
    deps.db.outboxEvent.findMany({
      where: { dispatchedAt: null, attempts: { gte: STUCK_ATTEMPTS } },
      orderBy: { id: "desc" },
      take: MAX_FAILING,
      select: {
        id: true,
        kind: true,
        subjectId: true,
        attempts: true,
        lastError: true,
        createdAt: true,
        nextAttemptAt: true,
      },
    }),
  ]);
  return {
    waiting: Number(sums?.waiting ?? 0n),
    oldestSeconds: Math.max(0, Math.round(sums?.oldest ?? 0)),
    failing: failing.map((event) => ({
      ...event,
      id: event.id.toString(),
      createdAt: event.createdAt.toISOString(),
      nextAttemptAt: event.nextAttemptAt.toISOString(),
    })),
  };
}

/** What the books' last reconciliation found; null before the first. */
export async function readLastLedgerCheck(deps: ReadDeps): Promise<LedgerCheckView | null> {
  const row = await deps.db.ledgerCheck.findFirst({ orderBy: { checkedAt: "desc" } });
  return (
    row && {
      checkedAt: row.checkedAt.toISOString(),
      durationMs: row.durationMs,
      problemCount: row.problemCount,
    }
  );
}

/** The machine room for staff. Refusal: forbidden. */
export async function readOperations(
  deps: ReadDeps,
  actor: Actor,
): Promise<Result<{ jobs: JobRunView[]; outbox: OutboxState }, "forbidden">> {
  if (!canSeeOperations(actor)) return refuse("forbidden");
  const [jobs, outbox] = await Promise.all([listJobRuns(deps), readOutbox(deps)]);
  return ok({ jobs, outbox });
}
