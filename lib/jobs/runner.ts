import { setMaxListeners } from "node:events";
import { isDatabaseAway } from "@/lib/db/outage";
import type { Deps } from "@/lib/deps";
import { recordJobRuns, takeRequestedRuns } from "@/lib/domain/operations/commands/record-runs";
import type { JobDefinition } from "./job";
import { createRunRecord, type RunRecord } from "./run-record";

/** How long the first failure waits; doubled up to the limit while it lasts. */
const FIRST_BACKOFF_MS = 500;
const LAST_BACKOFF_MS = 10_000;

/** How often a process tells what its jobs did, and looks whether somebody wants one now. */
const TELL_MS = 3_000;

/** Between two rounds that were rung for, however often the bell rings. */
const RUNG_MS = 100;

export interface JobRunner {
  /** Resolves when every round that was under way has ended. */
  stop(): Promise<void>;
}

interface Round {
  deps: Deps;
  record: RunRecord;
  /** Ends the waiting of the job of that name. */
  wake: Map<string, () => void>;
  signal: AbortSignal;
}

/**
 * Runs each job over and over, never twice at once in one process. What people wait for begins at once, sums and
 * clean-up a while later: a process that comes back has overdue orders to settle first. Several processes may run the same jobs: every
 * sweep claims its rows in the database.
 */
export function startJobs(deps: Deps, jobs: JobDefinition[]): JobRunner {
  const controller = new AbortController();
  // Every loop listens once while it waits.
  setMaxListeners(jobs.length + 2, controller.signal);
  const round = { deps, record: createRunRecord(jobs), wake: new Map(), signal: controller.signal };
  const loops = jobs.map((job) => loop(round, job));
  const telling = tellOver(round, jobs);
  return {
    async stop() {
      controller.abort();
      await Promise.allSettled([...loops, telling]);
      await tell(round);
    },
  };
}

async function loop(round: Round, job: JobDefinition): Promise<void> {
  const { deps, record, signal } = round;
  let failures = 0;
  const bell = listen(deps, job);
  const waiting = (ms: number) =>
    pause(ms, signal, (wake) => {
      round.wake.set(job.name, wake);
      bell.wake = wake;
    });
  if (job.firstAfterMs) await waiting(spread(job.firstAfterMs));
  while (!signal.aborted) {
    const startedAt = performance.now();
    const since = () => performance.now() - startedAt;
    record.began(job.name);
    // Before the rows are looked at: what is told from now on needs another look.
    bell.isRung = false;
    try {
      const done = await job.run(deps, signal);
      failures = 0;
      record.ended(job.name, since(), done);
      deps.metrics.jobRuns.inc({ job: job.name, outcome: "ok" });
      if (done > 0) deps.metrics.jobItems.inc({ job: job.name }, done);
    } catch (error) {
      failures += 1;
      record.ended(job.name, since(), error instanceof Error ? error : new Error("unknown"));
      deps.metrics.jobRuns.inc({ job: job.name, outcome: "failed" });
      const level = isDatabaseAway(error) ? "warn" : "error";
      deps.log[level]({ err: error, job: job.name, failures }, "a job round failed");
    }
    deps.metrics.jobSeconds.observe({ job: job.name }, since() / 1000);
    const backoff = failures === 0 ? 0 : Math.min(FIRST_BACKOFF_MS * 2 ** (failures - 1), LAST_BACKOFF_MS);
    await waiting(failures === 0 && bell.isRung ? RUNG_MS : Math.max(job.everyMs, backoff));
  }
  bell.stop();
}

interface Bell {
  isRung: boolean;
  wake(): void;
  stop(): void;
}

/** Rings while a job runs are remembered; while it waits they end its waiting. */
function listen({ notifications }: Deps, { wokenBy }: JobDefinition): Bell {
  const bell: Bell = { isRung: false, wake: () => {}, stop: () => {} };
  const ring = () => {
    bell.isRung = true;
    bell.wake();
  };
  if (wokenBy) bell.stop = notifications.on(wokenBy, ring);
  return bell;
}

/** A quarter more or less, so that processes that start together do not do the same work at the same moment. */
function spread(ms: number): number {
  return ms * (0.75 + Math.random() / 2);
}

async function tell({ deps, record }: Round): Promise<void> {
  const records = record.take();
  try {
    await recordJobRuns(deps, records);
  } catch (error) {
    record.giveBack(records);
    deps.log.warn({ err: error }, "what the jobs did could not be told");
  }
}

async function tellOver(round: Round, jobs: JobDefinition[]): Promise<void> {
  const names = jobs.map(({ name }) => name);
  while (!round.signal.aborted) {
    await pause(TELL_MS, round.signal);
    if (round.signal.aborted) return;
    await tell(round);
    const wanted = await takeRequestedRuns(round.deps, names).catch(() => []);
    for (const name of wanted) round.wake.get(name)?.();
  }
}

function pause(ms: number, signal: AbortSignal, onStart?: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
    onStart?.(done);
  });
}
