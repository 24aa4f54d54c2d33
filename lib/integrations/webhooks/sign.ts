import { Webhook } from "standardwebhooks";

/**
 * The headers of Standard Webhooks 1.0.0: id, timestamp (seconds) and "v1," with base64 of HMAC-SHA256 over
 * "id.timestamp.body", one signature per secret.
 */
export function signedHeaders(
  messageId: string,
  at: Date,
  body: string,
  secrets: readonly string[],
): Record<string, string> {
  return {
    "webhook-id": messageId,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(messageId, at, body)).join(" "),
  };
}
