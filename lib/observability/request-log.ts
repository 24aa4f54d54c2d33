import type { Log } from "@/lib/domain/kernel/log";
import type { Metrics } from "./metrics";
import { knownMethod, knownRoute, toPagePattern } from "./route-pattern";

/** One answered request, as a door knows it. */
export interface RequestFacts {
  requestId: string;
  method: string;
  /** The pattern of the matched route ("/api/hooks/sms/twilio"), or null where only the path is known (pages). */
  route: string | null;
  /** Never logged as it is: a path may hold a token. */
  path: string;
  status: number;
  durationMs: number;
  userId: string | null;
  clientAddress: string | null;
  /** The refusal code, where there is one. */
  outcome?: string;
}

/** Of the reads that come every second or two, one line in so many. */
export const SAMPLE_EVERY = 100;

/** Reads that clients repeat. Their failures are always logged. */
const POLLED = [
  /^\/api\/health\//,
  /^\/api\/metrics$/,
  /^\/api\/portal\//,
  /^\/api\/v1\/(?:orders|activations)(?:\/|$)/,
  /^\/stubs\/handler_api\.php$/,
  /^\/v1\/user\/check\//,
  /^\/sub\//,
];

/** FNV-1a: the same request is sampled alike in every process, and nothing needs to be remembered. */
export function isSampled(requestId: string, every = SAMPLE_EVERY): boolean {
  let hash = 0x811c9dc5;
  for (let index = 0; index < requestId.length; index += 1) {
    hash = Math.imul(hash ^ requestId.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % every === 0;
}

function outcomeOf(status: number): string {
  if (status >= 500) return "failed";
  return status >= 400 ? "refused" : "ok";
}

interface LineFacts extends Omit<RequestFacts, "path"> {
  route: string;
}

/** Writes one line. `oneOf`: it stands for so many. */
export function writeRequestLine(log: Log, facts: LineFacts, sample: { oneOf?: number }): void {
  const { requestId, method, route, status, durationMs, userId, clientAddress } = facts;
  const outcome = facts.outcome ?? outcomeOf(status);
  log[status >= 500 ? "error" : "info"](
    { requestId, method, route, status, durationMs, userId, clientAddress, outcome, ...sample },
    "request",
  );
}

/** Counts the request and writes its one line; of polls that went well one in a hundred. */
export function logRequest({ log, metrics }: { log: Log; metrics: Metrics }, facts: RequestFacts): void {
  const { requestId, status } = facts;
  const method = knownMethod(facts.method);
  const isPage = facts.route === null;
  const route = facts.route === null ? toPagePattern(facts.path) : knownRoute(facts.route);
  const durationMs = Math.round(facts.durationMs * 10) / 10;
  // A page's pattern is made from its path, and the labels of a metric must not grow with input.
  const label = isPage ? "pages" : route;
  metrics.requests.inc({ method, route: label, status: `${Math.floor(status / 100)}xx` });
  metrics.requestSeconds.observe({ route: label }, facts.durationMs / 1000);

  const polled =
    status < 400 && (method === "GET" || method === "HEAD") && POLLED.some((one) => one.test(route));
  if (polled && !isSampled(requestId)) return;
  writeRequestLine(log, { ...facts, method, route, durationMs }, polled ? { oneOf: SAMPLE_EVERY } : {});
}
