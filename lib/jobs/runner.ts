import { setMaxListeners } from "node:events";
import { isDatabaseAway } from "@/lib/db/outage";
import type { Deps } from "@/lib/deps";
import type { JobDefinition } from "./job";

/** How long the first failure waits; doubled up to the limit while it lasts. */
const FIRST_BACKOFF_MS = 500;
const LAST_BACKOFF_MS = 10_000;

export interface JobRunner {
  /** Resolves when every round that was under way has ended. */
  stop(): Promise<void>;
}

/**
 * Runs each job over and over, never twice at once in one process. Several processes may run the same jobs: every
 * sweep claims its rows in the database.
 */
export function startJobs(deps: Deps, jobs: JobDefinition[]): JobRunner {
  const controller = new AbortController();
  // Every loop listens once while it waits.
  setMaxListeners(jobs.length + 1, controller.signal);
  const loops = jobs.map((job) => loop(deps, job, controller.signal));
  return {
    async stop() {
      controller.abort();
      await Promise.allSettled(loops);
    },
  };
}

async function loop(deps: Deps, job: JobDefinition, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const startedAt = performance.now();
    try {
      const done = await job.run(deps, signal);
      failures = 0;
      deps.metrics.jobRuns.inc({ job: job.name, outcome: "ok" });
      if (done > 0) deps.metrics.jobItems.inc({ job: job.name }, done);
    } catch (error) {
      failures += 1;
      deps.metrics.jobRuns.inc({ job: job.name, outcome: "failed" });
      const level = isDatabaseAway(error) ? "warn" : "error";
      deps.log[level]({ err: error, job: job.name, failures }, "a job round failed");
    }
    deps.metrics.jobSeconds.observe({ job: job.name }, (performance.now() - startedAt) / 1000);
    const backoff = failures === 0 ? 0 : Math.min(FIRST_BACKOFF_MS * 2 ** (failures - 1), LAST_BACKOFF_MS);
    await pause(Math.max(job.everyMs, backoff), signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });
}
