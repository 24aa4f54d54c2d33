// The whole SDK is seven megabytes, which every process would load for this one function.
import { validateRequest } from "twilio/lib/webhooks/webhooks.js";
import { z } from "zod";

interface TwilioRequest {
  authToken: string;
  /** The exact public address that Twilio called: PUBLIC_URL, path and query. */
  url: string;
  params: Record<string, string>;
  signature: string | undefined;
}

/** X-Twilio-Signature: base64 HMAC-SHA1 over the address and the sorted form fields (Twilio, "Validating requests"). */
export function verifyTwilioRequest({ authToken, url, params, signature }: TwilioRequest): boolean {
  return signature !== undefined && validateRequest(authToken, signature, url, params);
}

/** The fields of an inbound message that matter here. */
export const twilioMessage = z.object({
  MessageSid: z.string().min(1).max(64),
  From: z.string().min(1).max(64),
  To: z.string().regex(/^\+[1-9]\d{6,14}$/),
  Body: z.string().max(10_000),
  NumSegments: z.coerce.number().int().min(1).max(100).default(1),
});
