import { createBackOff, retryAfterMs } from "./back-off";
import { readBounded } from "./read-bounded";

export interface PacedClientOptions {
  /** With or without a path and a slash at its end: "https://mempool.space/api". */
  baseUrl: string;
  headers?: Record<string, string>;
  timeoutMs?: number;
  maxBytes?: number;
  /** Real time in milliseconds: pauses have nothing to do with business time. */
  realNow?: () => number;
}

export type HttpAnswer =
  /** `ageMs`: for how long a cache between us has kept the answer (RFC 9111, Age). */
  | { kind: "ok"; text: string; ageMs: number }
  | { kind: "not_found" }
  | { kind: "unavailable"; error: string; retryAt: Date | null };

export interface PacedClient {
  get(path: string, query?: Record<string, string>): Promise<HttpAnswer>;
  post(path: string, body: object): Promise<HttpAnswer>;
}

const MEGABYTE = 1024 * 1024;

interface NetworkError {
  name?: unknown;
  code?: unknown;
  cause?: { code?: unknown };
}

/** Only a code is told: a message may hold the address, and the address a key. */
function reasonOf(error: unknown): string {
  const { name, code, cause } = (typeof error === "object" && error !== null ? error : {}) as NetworkError;
  return [cause?.code, code, name].find((text): text is string => typeof text === "string") ?? "unknown";
}

function ageOf(response: Response): number {
  const seconds = response.headers.get("age") ?? "";
  return /^\d{1,9}$/.test(seconds) ? Number(seconds) * 1_000 : 0;
}

/**
 * Questions to a source of facts, with a limit of time and size. After 403, 429, 5xx or silence it is left alone for a
 * while; asked meanwhile, it answers "unavailable" without a call. 404 is an answer.
 */
export function createPacedClient(options: PacedClientOptions): PacedClient {
  const { baseUrl, headers = {}, timeoutMs = 5_000, maxBytes = 4 * MEGABYTE, realNow = Date.now } = options;
  const root = baseUrl.replace(/\/+$/, "");
  const pause = createBackOff();

  function unavailable(error: string): HttpAnswer {
    return { kind: "unavailable", error, retryAt: pause.until() ? new Date(pause.until()) : null };
  }

  function failed(error: string, asked: number | null = null): HttpAnswer {
    pause.failed(realNow(), asked);
    return unavailable(error);
  }

  async function ask(path: string, init: RequestInit): Promise<HttpAnswer> {
    if (realNow() < pause.until()) return unavailable("left alone for a while");
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new DOMException("too late", "TimeoutError")), timeoutMs);
    try {
      const response = await fetch(`${root}${path}`, {
        ...init,
        headers: { accept: "application/json", ...headers, ...init.headers },
        signal: limit.signal,
        redirect: "error",
      });
      const { status } = response;
      const text = await readBounded(response, limit.signal, maxBytes);
      if (status === 403 || status === 429 || status >= 500) {
        return failed(`HTTP ${status}`, retryAfterMs(response.headers.get("retry-after"), realNow()));
      }
      pause.succeeded();
      if (status === 404) return { kind: "not_found" };
      if (status !== 200) return unavailable(`HTTP ${status}`);
      return { kind: "ok", text, ageMs: ageOf(response) };
    } catch (error) {
      return failed(reasonOf(error));
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    get: (path, query) => ask(query ? `${path}?${new URLSearchParams(query)}` : path, { method: "GET" }),
    post: (path, body) =>
      ask(path, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }),
  };
}
