import type { IncomingMessage, ServerResponse } from "node:http";
import type { Deps } from "@/lib/deps";
import { digestOf } from "@/lib/domain/api-keys/key-format";
import { quickAnswers, withRequestId } from "@/lib/http/quick-answers";
import { rawHeader } from "@/lib/http/raw-header";
import { REQUEST_ID_HEADER } from "@/lib/http/request-id";
import { sendWhole } from "@/lib/http/send-whole";
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

/** Letters of a code that are one byte each, as they are counted and sent. */
const ONE_BYTE = /^[\x20-\x7e]*$/;

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
 * answered before both.
 */
export function quickStatusDoor(deps: Deps, { desks, addressOf, next }: Around): Handler {
  const { keys, statuses } = desks;
  const answers = quickAnswers(deps, PATH);
  const digestFor = digestReader();
  const headersFor = headersByLength();

  /** Whether it was answered; if not, the API app finds out, and refuses what is too much. */
  function answered(request: IncomingMessage, response: ServerResponse): boolean {
    const poll = pollOf(request.url ?? "");
    if (!poll || !hasNoBody(request)) return false;
    const verdict = keys.knownBy(digestFor(request, poll.apiKey), addressOf(request));
    if (!verdict?.ok || !verdict.key.scopes.has("numbers:read")) return false;
    const number = activationNumber(poll.id);
    const state = number === null ? null : statuses.known(verdict.key, number);
    if (!state || (state.code !== null && !ONE_BYTE.test(state.code))) return false;
    if (takeKeyCallNow(deps, verdict.key)?.allowed !== true) return false;
    const words = statusWords(state);
    const naming = answers.name(rawHeader(request, REQUEST_ID_HEADER));
    sendWhole(response, 200, withRequestId(headersFor(words.length), naming), words);
    countKeyCall(deps, verdict.key.id, "sms-activate", 200, 0);
    const method = request.method === "POST" ? "POST" : "GET";
    answers.count({ method, status: 200 }, naming, () => addressOf(request));
    return true;
  }

  return (request, response) => (answered(request, response) ? undefined : next(request, response));
}
