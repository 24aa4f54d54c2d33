/**
 * The body as text, at most `maxBytes` of it, until the limit. fetch() itself forgets its signal once a garbage collection
 * has taken the request (it holds it weakly), so that an answer that stalls would be waited for without end: we listen too.
 */
export async function readBounded(response: Response, limit: AbortSignal, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  limit.throwIfAborted();
  limit.addEventListener("abort", () => void reader.cancel().catch(() => undefined), { once: true });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw Object.assign(new Error("the answer is too large"), { code: "TOO_LARGE" });
    }
    chunks.push(part.value);
  }
  limit.throwIfAborted();
  return Buffer.concat(chunks).toString("utf8");
}
