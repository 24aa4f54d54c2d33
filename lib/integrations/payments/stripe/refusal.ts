import Stripe from "stripe";
import type { GatewayRefusal, GatewayRefusalReason } from "@/lib/domain/payments/types";

/** The connection never stood: nothing can have happened over there. */
const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

const refusal = (reason: GatewayRefusalReason, detail: string, mayHaveHappened = false): GatewayRefusal => ({
  ok: false,
  reason,
  detail: `stripe: ${detail}`,
  mayHaveHappened,
});

function connectionCode(detail: unknown): string {
  const code = typeof detail === "object" && detail !== null && "code" in detail ? detail.code : undefined;
  return typeof code === "string" ? code : "no answer";
}

/** The error of a call in our words. The message of a refused request names parameters, never the key. */
export function stripeRefusal(error: unknown): GatewayRefusal {
  const { errors } = Stripe;
  if (error instanceof errors.StripeConnectionError) {
    const code = connectionCode(error.detail);
    return refusal("gateway_unavailable", code, !NEVER_SENT.has(code));
  }
  if (
    error instanceof errors.StripeRateLimitError ||
    (error instanceof errors.StripeError && error.statusCode === 429)
  )
    return refusal("gateway_unavailable", "too many requests");
  if (error instanceof errors.StripeAuthenticationError) return refusal("gateway_misconfigured", "wrong key");
  if (error instanceof errors.StripePermissionError)
    return refusal("gateway_misconfigured", "the key lacks a permission");
  if (error instanceof errors.StripeIdempotencyError)
    return error.statusCode === 409
      ? refusal("gateway_unavailable", "the same call is being answered", true)
      : refusal("gateway_key_reused", error.message, true);
  if (error instanceof errors.StripeInvalidRequestError || error instanceof errors.StripeCardError) {
    const isMissing = error.statusCode === 404 || error.code === "resource_missing";
    return refusal(isMissing ? "gateway_not_found" : "gateway_rejected", error.code ?? error.message);
  }
  if (error instanceof errors.StripeError)
    return refusal("gateway_unavailable", `status ${error.statusCode ?? "none"}`, true);
  // Not an answer of Stripe's at all: a shape we do not know.
  return refusal("gateway_unavailable", "the answer could not be read", true);
}
