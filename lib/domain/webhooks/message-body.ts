import type { WebhookFact } from "./fact";
import type { WebhookFormat } from "./types";

/** What is posted, in the format of the endpoint. Null: that format has no such message. */
export function messageBody(
  format: WebhookFormat,
  messageId: string,
  { type, at, isSandbox, data, push }: Pick<WebhookFact, "type" | "at" | "isSandbox" | "data" | "push">,
  isTest = false,
): string | null {
  if (format === "SMS_ACTIVATE") return push ? JSON.stringify(push) : null;
  return JSON.stringify({
    id: messageId,
    type,
    timestamp: at.toISOString(),
    mode: isSandbox ? "sandbox" : "live",
    ...(isTest ? { isTest } : {}),
    data,
  });
}
