import type { Context } from "hono";
import type { Deps } from "@/lib/deps";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { twilioMessage, verifyTwilioRequest } from "@/lib/integrations/sms/twilio/verify-request";
import type { ApiEnv } from "../context";
import { problem } from "../problem";

/** An empty answer in Twilio's own language: nothing is sent back to the sender. */
const EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>';

/** POST /api/hooks/sms/twilio: Twilio's inbound message, signed over the exact public address. Repeating it changes nothing. */
export function twilioSmsHook(deps: Deps) {
  return async (c: Context<ApiEnv>) => {
    const limit = await deps.rateLimits.take("hook.sms", c.get("clientAddress") ?? "unknown");
    if (!limit.allowed) return problem(c, "rate_limited", { retryAfterSeconds: limit.retryAfterSeconds });
    const authToken = deps.env.twilioAuthToken;
    if (!authToken) return problem(c, "not_found");
    const params = Object.fromEntries(new URLSearchParams(await c.req.text()));
    const called = new URL(c.req.url);
    const genuine = verifyTwilioRequest({
      authToken,
      url: `${deps.env.publicUrl.origin}${called.pathname}${called.search}`,
      params,
      signature: c.req.header("x-twilio-signature"),
    });
    if (!genuine) return problem(c, "signature_invalid");
    const message = twilioMessage.safeParse(params);
    if (!message.success) {
      return problem(c, "invalid_input", { field: message.error.issues[0]?.path.join(".") ?? "" });
    }
    const { MessageSid, From, To, Body } = message.data;
    await receiveMessage(deps, {
      source: "twilio",
      providerMessageId: MessageSid,
      from: From,
      to: To,
      body: Body,
    });
    return c.body(EMPTY_TWIML, 200, { "content-type": "text/xml" });
  };
}
