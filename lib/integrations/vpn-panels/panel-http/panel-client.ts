import { readBounded } from "@/lib/integrations/paced-http/read-bounded";
import { brokenOff } from "./broken-off";
import { panelFault } from "./panel-fault";
import { pause } from "./pause";

/** How patient an adapter is; tests are less so. */
export interface PanelPatience {
  timeoutMs?: number;
  /** Before the first repetition; it doubles. */
  retryPauseMs?: number;
  /** Between two writes, where a panel wants them one by one. */
  writeEveryMs?: number;
}

export interface PanelClientOptions extends PanelPatience {
  /** With or without a path and a slash at its end. */
  baseUrl: string;
  headers?: Record<string, string>;
}

export interface PanelRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  json?: object;
  form?: Record<string, string>;
  headers?: Record<string, string>;
}

export interface PanelAnswer {
  status: number;
  text: string;
  headers: Headers;
}

export interface PanelClient {
  /** Resolves with any HTTP answer; throws a fault "unreachable" where there is none. Only GET is repeated. */
  send(request: PanelRequest): Promise<PanelAnswer>;
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 32 * 1024 * 1024;
const ATTEMPTS = 3;
const RETRY_PAUSE_MS = 200;

interface NetworkError {
  name?: unknown;
  code?: unknown;
  cause?: { code?: unknown };
}

/** Only a code is told: a message may hold the address, and the address of some panels is a secret. */
function reasonOf(error: unknown): string {
  const { name, code, cause } = (typeof error === "object" && error !== null ? error : {}) as NetworkError;
  return [cause?.code, code, name].find((text): text is string => typeof text === "string") ?? "unknown";
}

const isFinal = (reason: string) => reason === "TimeoutError" || reason === "TOO_LARGE";

function bodyOf({ json, form }: PanelRequest): { body?: string; headers: Record<string, string> } {
  if (json) return { body: JSON.stringify(json), headers: { "content-type": "application/json" } };
  if (!form) return { headers: {} };
  return {
    body: new URLSearchParams(form).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  };
}

/** HTTP to one panel, with limits of time and size. What broke off is repeated only where that changes nothing. */
export function createPanelClient(options: PanelClientOptions): PanelClient {
  const { timeoutMs = TIMEOUT_MS, retryPauseMs = RETRY_PAUSE_MS } = options;
  const root = options.baseUrl.replace(/\/+$/, "");

  async function ask(request: PanelRequest): Promise<PanelAnswer | { reason: string }> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new DOMException("too late", "TimeoutError")), timeoutMs);
    const { body, headers } = bodyOf(request);
    try {
      const response = await fetch(`${root}${request.path}`, {
        method: request.method,
        ...(body === undefined ? {} : { body }),
        headers: { accept: "application/json", ...options.headers, ...headers, ...request.headers },
        signal: limit.signal,
        redirect: "manual",
      });
      const text = await readBounded(response, limit.signal, MAX_BYTES);
      return { status: response.status, text, headers: response.headers };
    } catch (error) {
      return { reason: reasonOf(error) };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async send(request) {
      for (let attempt = 1; ; attempt += 1) {
        const answer = await ask(request);
        const isLast = request.method !== "GET" || attempt >= ATTEMPTS;
        if ("status" in answer) {
          if (answer.status < 500 || isLast) return answer;
        } else if (isLast || isFinal(answer.reason)) {
          throw panelFault("unreachable", brokenOff(answer.reason));
        }
        await pause(retryPauseMs * 2 ** (attempt - 1));
      }
    },
  };
}
