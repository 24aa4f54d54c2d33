import type { Context } from "hono";
import type { Deps } from "@/lib/deps";
import { receiveGatewayEvent } from "@/lib/domain/billing/commands/receive-gateway-event";
import type { RefusalCode } from "@/lib/domain/kernel/errors";
import type { PaymentGateway } from "@/lib/domain/payments/ports";
import type { WebhookRefusalReason } from "@/lib/domain/payments/types";
import type { ApiEnv } from "../context";
import { problem } from "../problem";

const REFUSALS: Record<WebhookRefusalReason, RefusalCode> = {
  signature_missing: "signature_invalid",
  signature_wrong: "signature_invalid",
  stale: "signature_stale",
  from_future: "signature_stale",
  body_unreadable: "malformed_body",
};

/**
 * POST /api/hooks/payments/{stripe,mercadopago}: a gateway's event, verified on its raw body, kept once, answered at
 * once. What it means is asked of the gateway afterwards. A repetition answers the same and changes nothing.
 */
export function paymentHook(deps: Deps, name: PaymentGateway["name"]) {
  return async (c: Context<ApiEnv>) => {
    const limit = await deps.rateLimits.take("hook.sms", c.get("clientAddress") ?? "unknown");
    if (!limit.allowed) return problem(c, "rate_limited", { retryAfterSeconds: limit.retryAfterSeconds });
    const gateway = deps.paymentGateways.byName(name);
    if (!gateway) return problem(c, "not_found");
    const rawBody = await c.req.text();
    const verdict = gateway.verifyWebhook({
      rawBody,
      headers: Object.fromEntries(c.req.raw.headers),
      query: c.req.query(),
      now: deps.clock.securityNow(),
    });
    if (!verdict.ok) {
      deps.log.warn(
        { gateway: name, reason: verdict.reason, detail: verdict.detail },
        "a payment event was refused",
      );
      return problem(c, REFUSALS[verdict.reason]);
    }
    const isNew = await receiveGatewayEvent(deps, name, verdict.event, rawBody);
    return c.json({ received: true, duplicate: !isNew });
  };
}
