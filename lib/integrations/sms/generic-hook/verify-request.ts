import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** Seconds that a signature may be old, or ahead. */
export const TOLERANCE_SECONDS = 300;

/** What decodes to less is no key: with "whsec_" alone anybody could sign. */
const MIN_KEY_BYTES = 16;

interface SignedRequest {
  /** Base64 keys (with or without "whsec_"), any of which may have signed: that is how they are rotated. */
  secrets: string[];
  id: string | undefined;
  timestamp: string | undefined;
  signature: string | undefined;
  /** The raw body. */
  body: string;
  nowSeconds: number;
}

export type Verdict = "ok" | "invalid" | "stale";

function expectedSignature(secret: string, signedText: string): Buffer | null {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  if (key.length < MIN_KEY_BYTES) return null;
  return createHmac("sha256", key).update(signedText).digest();
}

/** Standard Webhooks 1.0.0: `v1,<base64 HMAC-SHA256 of "id.timestamp.body">`, several separated by spaces. */
export function verifyGenericHook(request: SignedRequest): Verdict {
  const { id, timestamp, signature, body, nowSeconds } = request;
  if (!id || !signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return "invalid";
  const given = signature
    .split(" ")
    .filter((part) => part.startsWith("v1,"))
    .map((part) => Buffer.from(part.slice(3), "base64"));
  const matches = request.secrets.some((secret) => {
    const expected = expectedSignature(secret, `${id}.${timestamp}.${body}`);
    if (!expected) return false;
    return given.some(
      (candidate) => candidate.length === expected.length && timingSafeEqual(candidate, expected),
    );
  });
  if (!matches) return "invalid";
  return Math.abs(nowSeconds - Number(timestamp)) <= TOLERANCE_SECONDS ? "ok" : "stale";
}

/** What a gateway, a modem or a colleague's program pushes in. */
export const genericMessage = z.object({
  id: z.string().min(1).max(128),
  from: z.string().min(1).max(64),
  to: z.string().regex(/^\+[1-9]\d{6,14}$/),
  text: z.string().max(10_000),
  receivedAt: z.iso.datetime().optional(),
});
