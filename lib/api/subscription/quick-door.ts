import type { IncomingMessage, ServerResponse } from "node:http";
import type { Deps } from "@/lib/deps";
import { type Naming, quickAnswers, withRequestId } from "@/lib/http/quick-answers";
import { REQUEST_ID_HEADER, requestIdFrom } from "@/lib/http/request-id";
import { sendWhole } from "@/lib/http/send-whole";
import { logRequest } from "@/lib/observability/request-log";
import { type Asked, askedFor, formatOf, type SubscriptionDesk, tokenDigest } from "./desk";
import { isSameDocument } from "./document-headers";
import type { KeptDocument } from "./kept-documents";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

const START = "/sub/";
/** Address of one document: the token, and the format where it is named. */
const ADDRESS = /^\/sub\/([A-Za-z0-9_-]{32})(?:\?format=([a-z0-9-]*))?$/;
const ROUTE = "/sub/:token";
const LIMIT = "subscription.fetch";

/** The document that a request plainly asks for; null for a page, and for whatever the API app refuses. */
function askedBy({ method, url, headers }: IncomingMessage): Asked | null {
  if (!url?.startsWith(START) || (method !== "GET" && method !== "HEAD")) return null;
  const found = ADDRESS.exec(url);
  if (!found?.[1]) return null;
  const userAgent = headers["user-agent"] ?? "";
  const format = formatOf({ format: found[2], accept: headers.accept ?? "", userAgent });
  return format === null || format === "page" ? null : askedFor(found[1], format, userAgent);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  document: KeptDocument,
  naming: Naming,
): void {
  if (isSameDocument(request.headers["if-none-match"], document.etag)) {
    response.writeHead(304, withRequestId(document.sameHeaders, naming)).end();
  } else sendWhole(response, 200, withRequestId(document.headers, naming), document.body);
}

interface Around {
  desk: SubscriptionDesk;
  addressOf(request: IncomingMessage): string | null;
  /** Pages, refusals, unknown tokens, faults: the front door. */
  next: Handler;
}

/**
 * What front door and API app cost would be most of a document's answer: documents are handed out before both, kept ones at
 * once, new ones when the database has answered.
 */
export function quickSubscriptionDoor(deps: Deps, { desk, addressOf, next }: Around): Handler {
  const { rateLimits, linkReads } = deps;
  const answers = quickAnswers(deps, ROUTE);
  const givenId = (request: IncomingMessage) => request.headers[REQUEST_ID_HEADER]?.toString();

  function sendKept(request: IncomingMessage, response: ServerResponse, document: KeptDocument): void {
    const naming = answers.name(givenId(request));
    send(request, response, document, naming);
    linkReads.note(document.subscriptionId, request.headers["user-agent"] ?? "");
    const { statusCode: status } = response;
    answers.count({ method: request.method ?? "GET", status }, naming, () => addressOf(request));
  }

  /** Null: the API app refuses it in its words. */
  async function made(asked: Asked): Promise<KeptDocument | null> {
    const verdict = await rateLimits.take(LIMIT, tokenDigest(asked.token));
    if (!verdict.allowed) return null;
    return desk.kept(asked) ?? (await desk.make(asked));
  }

  async function sendMade(
    request: IncomingMessage,
    response: ServerResponse,
    asked: Asked,
  ): Promise<unknown> {
    const startedAt = performance.now();
    const document = await made(asked).catch(() => null);
    if (!document) return next(request, response);
    const requestId = requestIdFrom(givenId(request));
    send(request, response, document, { requestId, isLogged: true });
    linkReads.note(document.subscriptionId, request.headers["user-agent"] ?? "");
    logRequest(deps, {
      requestId,
      method: request.method ?? "GET",
      route: ROUTE,
      path: ROUTE,
      status: response.statusCode,
      durationMs: performance.now() - startedAt,
      userId: null,
      clientAddress: addressOf(request),
    });
  }

  return (request, response) => {
    const asked = askedBy(request);
    if (!asked) return next(request, response);
    const document = desk.kept(asked);
    const verdict = document && rateLimits.takeNow(LIMIT, document.digest);
    if (!document || !verdict) return sendMade(request, response, asked);
    return verdict.allowed ? sendKept(request, response, document) : next(request, response);
  };
}
