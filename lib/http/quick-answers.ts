import type { Log } from "@/lib/domain/kernel/log";
import type { Metrics } from "@/lib/observability/metrics";
import { isSampled, writeRequestLine } from "@/lib/observability/request-log";
import { REQUEST_ID_HEADER, requestIdFrom } from "./request-id";

/** How long answers wait until they stand in the metrics. */
const COUNT_EVERY_MS = 500;

/** Tens of thousands a second come here: one line in so many still is some a second. */
const SAMPLE_EVERY = 1_000;

/** Answers of one kind that do not stand in the metrics yet. */
interface Row {
  method: string;
  status: number;
  answers: number;
}

/** How one answer is named. */
export interface Naming {
  /** Null for one that nobody gave an id, and of which no line will be found. */
  requestId: string | null;
  isLogged: boolean;
}

const UNNAMED: Naming = { requestId: null, isLogged: false };

export interface QuickAnswers {
  /** Before it is sent. `given`: the id of a proxy in front. */
  name(given: string | undefined): Naming;
  /** After it was sent. `addressOf` is asked for the one whose line is written. */
  count(answer: { method: string; status: number }, naming: Naming, addressOf: () => string | null): void;
}

/** The answer's headers with its id, where it has one. */
export function withRequestId(headers: readonly string[], { requestId }: Naming): string[] {
  // Node reads them only.
  return requestId === null ? (headers as string[]) : [...headers, REQUEST_ID_HEADER, requestId];
}

/**
 * Does for answers out of memory on one route what logRequest does for the others: counts them, many at once (each took less
 * than the histogram's first bucket), and writes the line of one in a thousand.
 */
export function quickAnswers({ log, metrics }: { log: Log; metrics: Metrics }, route: string): QuickAnswers {
  const seconds = metrics.requestSeconds.labels({ route });
  const waiting: Row[] = [];
  /** Of the answer before: most are like it. */
  let last: Row | null = null;
  let isScheduled = false;
  let unnamed = 0;

  function write(): void {
    isScheduled = false;
    for (const row of waiting) {
      const status = `${Math.floor(row.status / 100)}xx`;
      metrics.requests.inc({ method: row.method, route, status }, row.answers);
      for (; row.answers > 0; row.answers -= 1) seconds.observe(0);
    }
  }

  function rowOf(method: string, status: number): Row {
    const known = waiting.find((one) => one.method === method && one.status === status);
    if (known) return known;
    const row = { method, status, answers: 0 };
    waiting.push(row);
    return row;
  }

  return {
    name(given) {
      if (given !== undefined) {
        const requestId = requestIdFrom(given);
        return { requestId, isLogged: isSampled(requestId, SAMPLE_EVERY) };
      }
      unnamed += 1;
      if (unnamed % SAMPLE_EVERY !== 0) return UNNAMED;
      return { requestId: requestIdFrom(undefined), isLogged: true };
    },
    count({ method, status }, { requestId, isLogged }, addressOf) {
      const row = last?.status === status && last.method === method ? last : rowOf(method, status);
      last = row;
      row.answers += 1;
      if (!isScheduled) {
        isScheduled = true;
        setTimeout(write, COUNT_EVERY_MS).unref();
      }
      if (!isLogged || requestId === null) return;
      const clientAddress = addressOf();
      const facts = { requestId, method, route, status, durationMs: 0, userId: null, clientAddress };
      writeRequestLine(log, facts, { oneOf: SAMPLE_EVERY });
    },
  };
}
