import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** From a poll out of memory to a slow upstream. */
const REQUEST_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const JOB_BUCKETS = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10, 30];

/**
 * What the process counts, under its own registry. Made once with the other dependencies: a registry of the module
 * would exist twice in a process that also runs Next. Labels come from closed lists, never from input.
 */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: "patchbay_http_requests_total",
      help: "Requests answered, by route pattern, method and class of status.",
      labelNames: ["method", "route", "status"] as const,
      registers,
    }),
    requestSeconds: new Histogram({
      name: "patchbay_http_request_seconds",
      help: "How long an answer took.",
      labelNames: ["route"] as const,
      buckets: REQUEST_BUCKETS,
      registers,
    }),
    openStreams: new Gauge({
      name: "patchbay_open_streams",
      help: "Event streams that are open now.",
      registers,
    }),
    ledgerProblems: new Gauge({
      name: "patchbay_ledger_problems",
      help: "Rules of the ledger that did not hold at the last check. Anything above zero is an alarm.",
      registers,
    }),
    jobRuns: new Counter({
      name: "patchbay_job_runs_total",
      help: "Rounds of each job, by how they ended.",
      labelNames: ["job", "outcome"] as const,
      registers,
    }),
    jobItems: new Counter({
      name: "patchbay_job_items_total",
      help: "What the rounds of each job did.",
      labelNames: ["job"] as const,
      registers,
    }),
    jobSeconds: new Histogram({
      name: "patchbay_job_seconds",
      help: "How long a round of a job took.",
      labelNames: ["job"] as const,
      buckets: JOB_BUCKETS,
      registers,
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
