import { createHash } from "node:crypto";
import type { UpstreamActivation } from "@/lib/domain/supply/ports";

/**
 * The same SMS of the same activation has the same id, however often it is listed. The position (from 1) tells two
 * equal ones apart; the digest of its code (or its text, when it has none) helps with suppliers that list only the
 * newest.
 */
export function upstreamMessageId(upstreamOrderId: string, position: number, codeOrText: string): string {
  const digest = createHash("sha256").update(codeOrText).digest("hex").slice(0, 12);
  return `${upstreamOrderId}:${position}:${digest}`;
}

export interface UpstreamMessage {
  providerMessageId: string;
  body: string;
  code: string | null;
}

/** The messages that an activation of the supplier's list holds; a code without a text is its own text. */
export function messagesOf(activation: UpstreamActivation): UpstreamMessage[] {
  const { codes, texts, upstreamOrderId } = activation;
  const count = Math.max(codes.length, texts.length);
  // A list of codes with only the newest text: the text belongs to the last code.
  const shift = texts.length < codes.length ? codes.length - texts.length : 0;
  return Array.from({ length: count }, (_, index) => {
    const code = codes[index] ?? null;
    const body = texts[index - shift] ?? code ?? "";
    return { providerMessageId: upstreamMessageId(upstreamOrderId, index + 1, code ?? body), body, code };
  }).filter(({ body }) => body !== "");
}
