/** How a call ended on the wire. "not_sent" means for sure that the far side never saw it. */
export type WireAnswer =
  | { kind: "answer"; status: number; text: string }
  | { kind: "not_sent"; error: string }
  | { kind: "lost"; error: string };

export interface TransportOptions {
  baseUrl: string;
  apiKey: string;
}

const MAX_ANSWER_BYTES = 1024 * 1024;

/** Failures before the first byte of the question left: nothing can have happened over there. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "ERR_INVALID_URL",
  // The TLS handshake: the other side is not who it should be, or speaks no TLS.
  "ERR_SSL_WRONG_VERSION_NUMBER",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

interface NetworkError {
  name?: string;
  code?: unknown;
  cause?: { code?: unknown; syscall?: unknown };
}

/** fetch() keeps the reason in the cause; only its code is told, for the message may hold the address with the key. */
function failed(action: string, error: unknown): WireAnswer {
  const { name, code, cause } = (typeof error === "object" && error !== null ? error : {}) as NetworkError;
  const reason = [cause?.code, code, name].find((text) => typeof text === "string") ?? "unknown";
  const neverSent = cause?.syscall === "connect" || NEVER_SENT.has(reason);
  return { kind: neverSent ? "not_sent" : "lost", error: `${action}: ${reason}` };
}

/**
 * The body as text, at most 1 MB of it, until the limit. fetch() itself forgets its signal once a garbage collection has
 * taken the request (it holds it weakly), so that an answer that stalls would be waited for without end: we listen too.
 */
async function readBounded(response: Response, limit: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  limit.throwIfAborted();
  limit.addEventListener("abort", () => void reader.cancel().catch(() => undefined), { once: true });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > MAX_ANSWER_BYTES) {
      await reader.cancel();
      throw new Error("the answer is larger than 1 MB");
    }
    chunks.push(part.value);
  }
  limit.throwIfAborted();
  return Buffer.concat(chunks).toString("utf8");
}

/** One GET of /stubs/handler_api.php within a time limit. Errors never carry the address, which holds the key. */
export async function call(
  { baseUrl, apiKey }: TransportOptions,
  action: string,
  parameters: Record<string, string>,
  timeoutMs: number,
): Promise<WireAnswer> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new DOMException("too late", "TimeoutError")), timeoutMs);
  try {
    const url = new URL("/stubs/handler_api.php", baseUrl);
    url.search = new URLSearchParams({ api_key: apiKey, action, ...parameters }).toString();
    const response = await fetch(url, { signal: limit.signal, redirect: "error" });
    const text = await readBounded(response, limit.signal);
    return { kind: "answer", status: response.status, text: text.trim() };
  } catch (error) {
    return failed(action, error);
  } finally {
    clearTimeout(timer);
  }
}
