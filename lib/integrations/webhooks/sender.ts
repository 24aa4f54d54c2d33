import http from "node:http";
import https from "node:https";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import type { WebhookOutcome, WebhookRequest, WebhookSender } from "@/lib/domain/webhooks/ports";
import type { AttemptError } from "@/lib/domain/webhooks/types";
import { errorCodeOf } from "./attempt-error";
import { checkReceiverUrl } from "./receiver-address";
import { signedHeaders } from "./sign";

/** More than this is not read, and what is kept of it for the log. */
const RESPONSE_LIMIT = 64 * 1_024;
const KEPT_BYTES = 8 * 1_024;
const TIMEOUT_MS = 15_000;
const LOOPBACK = ["127.0.0.1", "::1"];

export interface SenderOptions {
  /** Loopback receivers and plain http: demo and tests alone. */
  allowLocal: boolean;
  /** Real time, for the signature. */
  now: () => Date;
  /** For the whole exchange. */
  timeoutMs?: number;
  /** Resolves names; the system's unless a test rebinds one. */
  lookup?: http.RequestOptions["lookup"];
}

type Answer = Pick<
  WebhookOutcome,
  "statusCode" | "responseHeaders" | "responseBody" | "isResponseCut" | "errorCode" | "retryAfterSeconds"
>;

const NOTHING: Answer = {
  statusCode: null,
  responseHeaders: {},
  responseBody: null,
  isResponseCut: false,
  errorCode: null,
  retryAfterSeconds: null,
};

function retryAfter(header: string | undefined, now: Date): number | null {
  if (!header) return null;
  const seconds = /^\d{1,9}$/.test(header) ? Number(header) : (Date.parse(header) - now.getTime()) / 1_000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null;
}

/** A 2xx is taken. Redirects are not followed: they could lead anywhere. */
function verdictOf(status: number): AttemptError | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? "redirect" : "status";
}

function flatHeaders(headers: http.IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .slice(0, 40)
      .map(([name, value]) => [name, String(value).slice(0, 500)]),
  );
}

function readAnswer(response: http.IncomingMessage, now: Date, done: (answer: Answer) => void): void {
  const status = response.statusCode ?? 0;
  const kept: Buffer[] = [];
  let read = 0;
  const answer = (errorCode: AttemptError | null): Answer => ({
    statusCode: status,
    responseHeaders: flatHeaders(response.headers),
    responseBody: Buffer.concat(kept).subarray(0, KEPT_BYTES).toString("utf8").replaceAll("\0", ""),
    isResponseCut: read > KEPT_BYTES,
    errorCode,
    retryAfterSeconds: retryAfter(response.headers["retry-after"], now),
  });
  response.on("data", (chunk: Buffer) => {
    read += chunk.length;
    if (read - chunk.length < KEPT_BYTES) kept.push(chunk);
    if (read <= RESPONSE_LIMIT) return;
    done(answer("response_too_large"));
    response.destroy();
  });
  response.on("end", () => done(answer(verdictOf(status))));
  response.on("error", () => done(answer("connection_failed")));
}

/**
 * Posts signed messages. Names are resolved and checked by the agent in the connection itself, so that one which
 * changes its mind between check and connection gains nothing; global fetch would ignore the agent.
 */
export function createWebhookSender({
  allowLocal,
  now,
  timeoutMs = TIMEOUT_MS,
  lookup,
}: SenderOptions): WebhookSender {
  const filter = { keepAlive: false, allowIPAddressList: allowLocal ? LOOPBACK : [] };
  const agents = {
    "http:": new RequestFilteringHttpAgent(filter),
    "https:": new RequestFilteringHttpsAgent(filter),
  };

  function exchange(url: URL, headers: Record<string, string>, body: string): Promise<Answer> {
    return new Promise((resolve) => {
      const isPlain = url.protocol === "http:";
      const request = (isPlain ? http : https).request(url, {
        method: "POST",
        headers,
        agent: isPlain ? agents["http:"] : agents["https:"],
        lookup,
      });
      const timer = setTimeout(() => {
        resolve({ ...NOTHING, errorCode: "timeout" });
        request.destroy();
      }, timeoutMs);
      const done = (answer: Answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      request.on("response", (response) => readAnswer(response, now(), done));
      request.on("error", (error) => done({ ...NOTHING, errorCode: errorCodeOf(error) }));
      request.end(body);
    });
  }

  return {
    checkUrl: (url) => checkReceiverUrl(url, allowLocal),
    async send({ url, messageId, body, secrets }: WebhookRequest): Promise<WebhookOutcome> {
      const startedAt = performance.now();
      const requestHeaders = {
        "content-type": "application/json",
        "content-length": String(Buffer.byteLength(body)),
        "user-agent": "Patchbay-Webhooks/1",
        ...signedHeaders(messageId, now(), body, secrets),
      };
      const checked = checkReceiverUrl(url, allowLocal);
      const answer: Answer = checked.ok
        ? await exchange(new URL(checked.url), requestHeaders, body)
        : { ...NOTHING, errorCode: checked.why === "port" ? "port_refused" : "address_refused" };
      return { ...answer, requestHeaders, durationMs: Math.round(performance.now() - startedAt) };
    },
  };
}
