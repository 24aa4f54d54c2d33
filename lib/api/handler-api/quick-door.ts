import type { IncomingMessage, ServerResponse } from "node:http";
import type { Deps } from "@/lib/deps";
import { digestOf } from "@/lib/domain/api-keys/key-format";
import { REQUEST_ID_HEADER, requestIdFrom } from "@/lib/http/request-id";
import { SAMPLE_EVERY } from "@/lib/observability/request-log";
import { countKeyCall, takeKeyCallNow } from "../keys/calls";
import { statusWords } from "./actions/get-status";
import type { Desks } from "./answer-call";
import { activationNumber } from "./parameters";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

const PATH = "/stubs/handler_api.php";
const START = `${PATH}?`;
const ACTION = "action=getStatus";
/** The longest address of a poll: key, action and id. */
const LONGEST = 400;

interface Poll {
  apiKey: string;
  id: string;
}

/** A poll in plain words: these three parameters, each once, with nothing to decode. Null for anything else. */
export function pollOf(url: string): Poll | null {
  if (url.length > LONGEST || !url.startsWith(START)) return null;
  let apiKey = "";
  let id = "";
  let isStatus = false;
  for (let from = START.length; from < url.length; ) {
    const ampersand = url.indexOf("&", from);
    const to = ampersand === -1 ? url.length : ampersand;
    if (url.startsWith("api_key=", from) && apiKey === "") apiKey = url.slice(from + 8, to);
    else if (url.startsWith("id=", from) && id === "") id = url.slice(from + 3, to);
    else if (url.startsWith(ACTION, from) && to - from === ACTION.length && !isStatus) isStatus = true;
    else return null;
    from = to + 1;
  }
  return isStatus && apiKey !== "" && id !== "" ? { apiKey, id } : null;
}

/** Of the API app's headers those that mean something for a word of plain text. */
const HEADERS = [
  "content-type",
  "text/plain; charset=utf-8",
  "cache-control",
  "no-store",
  "x-content-type-options",
  "nosniff",
] as const;

function headersByLength(): (length: number) => string[] {
  const made: string[][] = [];
  return (length) => {
    const headers = made[length] ?? [...HEADERS, "content-length", String(length)];
    made[length] = headers;
    return headers;
  };
}

/** The id that a proxy in front gave the request. Node makes the object of headers only when it is looked at. */
function givenId({ rawHeaders }: IncomingMessage): string | undefined {
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === REQUEST_ID_HEADER.length && name.toLowerCase() === REQUEST_ID_HEADER)
      return rawHeaders[at + 1];
  }
  return undefined;
}

function hasNoBody({ method, headers }: IncomingMessage): boolean {
  if (method === "GET") return true;
  return method === "POST" && headers["content-length"] === "0";
}

interface Around {
  desks: Desks;
  addressOf(request: IncomingMessage): string | null;
  /** Whatever is no poll, or not in memory: the front door. */
  next: Handler;
}

/** How long polls wait until they stand in the metrics. */
const COUNT_EVERY_MS = 500;

/** Counts the polls as logRequest does, many at once: each took less than the histogram's first bucket. */
function pollCounter({ metrics }: Deps): (method: "GET" | "POST") => void {
  const seconds = metrics.requestSeconds.labels({ route: PATH });
  const waiting = { GET: 0, POST: 0 };
  let isScheduled = false;
  const write = () => {
    isScheduled = false;
    for (const method of ["GET", "POST"] as const) {
      metrics.requests.inc({ method, route: PATH, status: "2xx" }, waiting[method]);
      for (; waiting[method] > 0; waiting[method] -= 1) seconds.observe(0);
    }
  };
  return (method) => {
    waiting[method] += 1;
    if (isScheduled) return;
    isScheduled = true;
    setTimeout(write, COUNT_EVERY_MS).unref();
  };
}

/** The digest of the key that came last on each connection: a client says the same one again and again. */
function digestReader(): (request: IncomingMessage, apiKey: string) => string {
  const last = new WeakMap<object, { apiKey: string; digest: string }>();
  return ({ socket }, apiKey) => {
    const known = last.get(socket);
    if (known?.apiKey === apiKey) return known.digest;
    const digest = digestOf(apiKey);
    if (known) Object.assign(known, { apiKey, digest });
    else last.set(socket, { apiKey, digest });
    return digest;
  };
}

/**
 * Most requests of integrators are status polls, and front door and API app would be most of the cost of one: they are
 * answered before both. One in a hundred goes the long way all the same, where its line is written.
 */
export function quickStatusDoor(deps: Deps, { desks, addressOf, next }: Around): Handler {
  const { keys, statuses } = desks;
  const count = pollCounter(deps);
  const digestFor = digestReader();
  const headersFor = headersByLength();
  let asked = 0;

  /** Whether it was answered; if not, the API app finds out, and refuses what is too much. */
  function answered(request: IncomingMessage, response: ServerResponse): boolean {
    const poll = pollOf(request.url ?? "");
    if (!poll || !hasNoBody(request)) return false;
    asked += 1;
    if (asked % SAMPLE_EVERY === 0) return false;
    const verdict = keys.knownBy(digestFor(request, poll.apiKey), addressOf(request));
    if (!verdict?.ok || !verdict.key.scopes.has("numbers:read")) return false;
    const number = activationNumber(poll.id);
    const state = number === null ? null : statuses.known(verdict.key, number);
    if (!state || takeKeyCallNow(deps, verdict.key)?.allowed !== true) return false;
    const words = statusWords(state);
    const requestId = givenId(request);
    const headers = headersFor(words.length);
    // Of one that nobody gave, nobody would find a line.
    const named =
      requestId === undefined ? headers : [...headers, REQUEST_ID_HEADER, requestIdFrom(requestId)];
    response.writeHead(200, named).end(words);
    countKeyCall(deps, verdict.key.id, "sms-activate", 200, 0);
    count(request.method === "POST" ? "POST" : "GET");
    return true;
  }

  return (request, response) => (answered(request, response) ? undefined : next(request, response));
}
