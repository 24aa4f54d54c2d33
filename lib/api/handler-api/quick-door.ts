import type { IncomingMessage, ServerResponse } from "node:http";
import type { Deps } from "@/lib/deps";
import type { KeyContext } from "@/lib/domain/api-keys/types";
import { CLIENT_ADDRESS_HEADER } from "@/lib/http/client-address";
import { REQUEST_ID_HEADER } from "@/lib/http/request-id";
import { API_SECURITY_HEADERS } from "@/lib/http/security-headers";
import { logRequest } from "@/lib/observability/request-log";
import { countKeyCall, takeKeyCall } from "../keys/calls";
import { statusWords } from "./actions/get-status";
import type { Desks } from "./answer-call";
import { activationNumber } from "./parameters";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

const PATH = "/stubs/handler_api.php";
const START = `${PATH}?`;
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
  let action = "";
  for (const part of url.slice(START.length).split("&")) {
    if (part.startsWith("api_key=") && apiKey === "") apiKey = part.slice(8);
    else if (part.startsWith("action=") && action === "") action = part.slice(7);
    else if (part.startsWith("id=") && id === "") id = part.slice(3);
    else return null;
  }
  return action === "getStatus" && apiKey !== "" && id !== "" ? { apiKey, id } : null;
}

/** The same headers as behind the API app, of which the last of a name counts. */
const ALWAYS = [
  ...new Map([
    ...API_SECURITY_HEADERS,
    ["cache-control", "no-store"] as const,
    ["content-type", "text/plain; charset=utf-8"] as const,
  ]),
].flat();

function hasNoBody({ method, headers }: IncomingMessage): boolean {
  if (method === "GET") return true;
  return method === "POST" && headers["content-length"] === "0";
}

/** Most requests of integrators are status polls, and what the API app costs would be most of one: they are answered before it. */
export function quickStatusDoor(deps: Deps, { keys, statuses }: Desks, api: Handler): Handler {
  /** What the poll is answered, and for whom; null: the API app finds out. */
  function known(request: IncomingMessage): { key: KeyContext; words: string } | null {
    const poll = pollOf(request.url ?? "");
    if (!poll) return null;
    const address = request.headers[CLIENT_ADDRESS_HEADER]?.toString() || null;
    const verdict = keys.known(poll.apiKey, address);
    if (!verdict?.ok || !verdict.key.scopes.has("numbers:read")) return null;
    const number = activationNumber(poll.id);
    const state = number === null ? null : statuses.known(verdict.key, number);
    return state ? { key: verdict.key, words: statusWords(state) } : null;
  }

  return async (request, response) => {
    const found = hasNoBody(request) ? known(request) : null;
    if (!found) return api(request, response);
    const startedAt = performance.now();
    const { allowed } = await takeKeyCall(deps, found.key);
    // The API app refuses it in its words.
    if (!allowed) return api(request, response);
    const requestId = request.headers[REQUEST_ID_HEADER]?.toString() ?? "";
    const length = String(Buffer.byteLength(found.words));
    response
      .writeHead(200, [...ALWAYS, "content-length", length, REQUEST_ID_HEADER, requestId])
      .end(found.words);
    const durationMs = performance.now() - startedAt;
    countKeyCall(deps, found.key.id, "sms-activate", 200, durationMs);
    logRequest(deps, {
      requestId,
      method: request.method ?? "GET",
      route: PATH,
      path: PATH,
      status: 200,
      durationMs,
      userId: found.key.userId,
      clientAddress: request.headers[CLIENT_ADDRESS_HEADER]?.toString() || null,
    });
  };
}
