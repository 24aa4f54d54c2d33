import type { IncomingMessage, ServerResponse } from "node:http";
import { CLIENT_ADDRESS_HEADER, clientAddressReader, type parseRanges } from "./client-address";
import type { PackedFiles } from "./packed-files";
import { readPageBody } from "./page-body";
import { isReadablePath } from "./readable-path";
import { refuse } from "./refuse";
import { REQUEST_ID_HEADER, requestIdFrom } from "./request-id";
import { isCrossSite } from "./same-site";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

interface FrontDoorOptions {
  publicOrigin: string;
  trustedProxies: ReturnType<typeof parseRanges>;
  /** The API app. */
  api: Handler;
  /** Next: pages, server actions, next-auth. */
  pages: Handler;
  /** Scripts and styles of the build, packed beforehand. */
  files?: PackedFiles;
  /** Passes /simulators/* on; only in demo. */
  simulators: Handler | null;
  onError(error: unknown): void;
  /** A page, an action or a simulator's page was answered; the API app tells of its own. */
  onAnswered(facts: AnsweredPage): void;
}

export interface AnsweredPage {
  requestId: string;
  method: string;
  path: string;
  status: number;
  durationMs: number;
  clientAddress: string | null;
}

/** What belongs to the API app; next-auth's own routes stay with Next. */
const API_PATHS = /^\/(?:api\/(?!auth(?:\/|$))|stubs\/|v1\/|sub\/)/;
const SIMULATOR_PATHS = /^\/simulators(?:\/|\?|$)/;
/** Files of the build and of public/: not worth a line each. */
const STATIC_PATHS = /^\/_next\/|\.[a-z0-9]{2,5}(?:\?|$)/;
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
/** Next answers a bigger server action with a 500. */
const MAX_PAGE_BODY_BYTES = 1024 * 1024;

/** What Next would turn into a 500 or let pass: too large, of unknown length, or sent by another site. */
function refusePageWrite(request: IncomingMessage, response: ServerResponse, publicOrigin: string): boolean {
  const method = request.method ?? "GET";
  if (SAFE_METHODS.has(method)) return false;
  const header = (name: string) => request.headers[name]?.toString();
  if (isCrossSite(method, header, publicOrigin)) {
    refuse(request, response, "cross_site");
    return true;
  }
  if (request.headers["transfer-encoding"]) {
    refuse(request, response, "length_required");
    return true;
  }
  if (Number(request.headers["content-length"] ?? 0) > MAX_PAGE_BODY_BYTES) {
    refuse(request, response, "body_too_large");
    return true;
  }
  return false;
}

/** Tells once how a page was answered, also when the reader went away before its end. */
function tellWhenAnswered(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  tell: FrontDoorOptions["onAnswered"],
): void {
  const startedAt = performance.now();
  response.once("close", () =>
    tell({
      requestId,
      method: request.method ?? "GET",
      path: (request.url ?? "/").split("?")[0] ?? "/",
      status: response.statusCode,
      durationMs: performance.now() - startedAt,
      clientAddress: request.headers[CLIENT_ADDRESS_HEADER]?.toString() || null,
    }),
  );
}

/** The one entrance: names the caller and the request, then shows each to the right room. */
export function createFrontDoor(options: FrontDoorOptions): Handler {
  const addressOf = clientAddressReader(options.trustedProxies);
  return (request, response) => {
    const path = request.url ?? "/";
    const requestId = requestIdFrom(request.headers[REQUEST_ID_HEADER]?.toString());
    request.headers[REQUEST_ID_HEADER] = requestId;
    request.headers[CLIENT_ADDRESS_HEADER] = addressOf(request) ?? "";
    const run = async () => {
      // Next would make a fault of it, or serve the page above.
      if (!isReadablePath(path)) return refuse(request, response, "malformed_address");
      if (API_PATHS.test(path)) return options.api(request, response);
      if (options.files?.(request, response)) return;
      if (!STATIC_PATHS.test(path)) tellWhenAnswered(request, response, requestId, options.onAnswered);
      if (options.simulators && SIMULATOR_PATHS.test(path)) return options.simulators(request, response);
      if (refusePageWrite(request, response, options.publicOrigin)) return;
      const body = await readPageBody(request);
      if (body.kind === "malformed") return refuse(request, response, "malformed_body");
      response.setHeader(REQUEST_ID_HEADER, requestId);
      return options.pages(body.kind === "read" ? body.request : request, response);
    };
    run().catch((error: unknown) => {
      options.onError(error);
      if (response.headersSent) response.destroy();
      else refuse(request, response, "unavailable");
    });
  };
}
