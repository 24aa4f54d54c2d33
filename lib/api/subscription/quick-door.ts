import type { IncomingMessage, ServerResponse } from "node:http";
import type { Deps } from "@/lib/deps";
import { CLIENT_ADDRESS_HEADER } from "@/lib/http/client-address";
import { REQUEST_ID_HEADER } from "@/lib/http/request-id";
import { API_SECURITY_HEADERS } from "@/lib/http/security-headers";
import { logRequest } from "@/lib/observability/request-log";
import { askedFor, formatOf, type SubscriptionDesk, tokenDigest } from "./desk";
import { isSameDocument, SUBSCRIPTION_HEADERS } from "./document-headers";
import type { KeptDocument } from "./kept-documents";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Address of one document: the token, and the format where it is named. */
const ADDRESS = /^\/sub\/([A-Za-z0-9_-]{32})(?:\?format=([a-z0-9-]*))?$/;
const ROUTE = "/sub/:token";

/** The same headers as behind the API app, of which the last of a name counts. */
const ALWAYS = [
  ...new Map([...API_SECURITY_HEADERS, ...SUBSCRIPTION_HEADERS, ["vary", "user-agent, accept"] as const]),
].flat();

/**
 * What the API app costs would be most of a document's answer: documents are handed out before that, kept ones and new ones.
 * Anything else goes in: pages, refusals, unknown tokens, faults.
 */
export function quickSubscriptionDoor(deps: Deps, desk: SubscriptionDesk, api: Handler): Handler {
  function send(request: IncomingMessage, response: ServerResponse, document: KeptDocument): void {
    const isSame = isSameDocument(request.headers["if-none-match"], document.etag);
    const requestId = request.headers[REQUEST_ID_HEADER]?.toString() ?? "";
    const headers = [...ALWAYS, ...document.headers, "etag", document.etag, REQUEST_ID_HEADER, requestId];
    if (isSame) {
      response.writeHead(304, headers).end();
      return;
    }
    headers.push("content-type", document.contentType, "content-length", String(document.body.length));
    response.writeHead(200, headers).end(document.body, "latin1");
  }

  return async (request, response) => {
    const found =
      request.method === "GET" || request.method === "HEAD" ? ADDRESS.exec(request.url ?? "") : null;
    if (!found?.[1]) return api(request, response);
    const startedAt = performance.now();
    const userAgent = request.headers["user-agent"] ?? "";
    const format = formatOf({ format: found[2], accept: request.headers.accept ?? "", userAgent });
    if (format === null || format === "page") return api(request, response);
    const digest = tokenDigest(found[1]);
    const verdict = await deps.rateLimits.take("subscription.fetch", digest);
    // The API app refuses it in its words.
    if (!verdict.allowed) return api(request, response);
    const asked = askedFor(digest, format, userAgent);
    // So it does with what nobody has, and with a database that is away.
    const document = desk.kept(asked) ?? (await desk.make(found[1], asked).catch(() => null));
    if (!document) return api(request, response);
    send(request, response, document);
    logRequest(deps, {
      requestId: request.headers[REQUEST_ID_HEADER]?.toString() ?? "",
      method: request.method ?? "GET",
      route: ROUTE,
      path: ROUTE,
      status: response.statusCode,
      durationMs: performance.now() - startedAt,
      userId: null,
      clientAddress: request.headers[CLIENT_ADDRESS_HEADER]?.toString() || null,
    });
  };
}
