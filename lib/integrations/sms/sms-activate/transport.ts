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

/** Failures before the first byte left: nothing can have happened over there. */
const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "unknown";
  const { cause, name } = error as { cause?: { code?: unknown }; name?: string };
  return typeof cause?.code === "string" ? cause.code : (name ?? "unknown");
}

async function readBounded(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return "";
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
  return Buffer.concat(chunks).toString("utf8");
}

/** One GET of /stubs/handler_api.php within a time limit. Errors never carry the address, which holds the key. */
export async function call(
  { baseUrl, apiKey }: TransportOptions,
  action: string,
  parameters: Record<string, string>,
  timeoutMs: number,
): Promise<WireAnswer> {
  const url = new URL("/stubs/handler_api.php", baseUrl);
  url.search = new URLSearchParams({ api_key: apiKey, action, ...parameters }).toString();
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: "error" });
    return { kind: "answer", status: response.status, text: (await readBounded(response)).trim() };
  } catch (error) {
    const code = codeOf(error);
    return { kind: NEVER_SENT.has(code) ? "not_sent" : "lost", error: `${action}: ${code}` };
  }
}
