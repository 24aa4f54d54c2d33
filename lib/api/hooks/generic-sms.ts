import type { Context } from "hono";
import type { Deps } from "@/lib/deps";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import { genericMessage, verifyGenericHook } from "@/lib/integrations/sms/generic-hook/verify-request";
import type { ApiEnv } from "../context";
import { problem } from "../problem";

/** POST /api/hooks/sms/generic: any gateway that signs by Standard Webhooks. Repeating it changes nothing. */
export function genericSmsHook(deps: Deps) {
  return async (c: Context<ApiEnv>) => {
    const limit = await deps.rateLimits.take("hook.sms", c.get("clientAddress") ?? "unknown");
    if (!limit.allowed) return problem(c, "rate_limited", { retryAfterSeconds: limit.retryAfterSeconds });
    if (deps.env.hookSecrets.length === 0) return problem(c, "not_found");
    const body = await c.req.text();
    const verdict = verifyGenericHook({
      secrets: deps.env.hookSecrets,
      id: c.req.header("webhook-id"),
      timestamp: c.req.header("webhook-timestamp"),
      signature: c.req.header("webhook-signature"),
      body,
      nowSeconds: Math.floor(deps.clock.securityNow().getTime() / 1_000),
    });
    if (verdict !== "ok") return problem(c, verdict === "stale" ? "signature_stale" : "signature_invalid");
    const json = parseJson(body);
    if (json === undefined) return problem(c, "malformed_body");
    const message = genericMessage.safeParse(json);
    if (!message.success) {
      return problem(c, "invalid_input", { field: message.error.issues[0]?.path.join(".") ?? "" });
    }
    const { id, from, to, text, receivedAt } = message.data;
    const { outcome } = await receiveMessage(deps, {
      source: "generic",
      providerMessageId: id,
      from,
      to,
      body: text,
      sentAt: receivedAt ? new Date(receivedAt) : undefined,
    });
    return c.json({ accepted: true, duplicate: outcome === "duplicate" }, 202);
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
