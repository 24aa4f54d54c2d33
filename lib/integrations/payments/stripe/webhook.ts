import type Stripe from "stripe";
import {
  type GatewayEvent,
  type GatewayEventKind,
  WEBHOOK_TOLERANCE_SECONDS,
  type WebhookRequest,
  type WebhookVerdict,
} from "@/lib/domain/payments/types";
import { type StripeEvent, stripeEvent } from "./shapes";

/** The events that change money or promise to (Stripe 23.1.0, resources/Events). */
export const HANDLED_EVENTS = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.funds_reinstated",
  "charge.dispute.closed",
] as const satisfies Stripe.WebhookEndpointCreateParams.EnabledEvent[];

function kindOf(type: string): GatewayEventKind {
  if (type.startsWith("checkout.session.") || type.startsWith("payment_intent.")) return "payment";
  if (type.startsWith("refund.")) return "refund";
  return type.startsWith("charge.dispute.") ? "dispute" : "other";
}

export function readEvent(event: StripeEvent): GatewayEvent {
  const { object } = event.data;
  return {
    eventId: event.id,
    kind: kindOf(event.type),
    type: event.type,
    objectId: object.id ?? event.id,
    reference: object.client_reference_id ?? null,
    occurredAt: new Date(event.created * 1_000),
    isUnsigned: false,
  };
}

const refused = (
  reason: "signature_missing" | "signature_wrong" | "stale" | "from_future" | "body_unreadable",
  detail: string,
) => ({ ok: false, reason, detail }) as const;

/** A body that is no JSON may still be signed: that is said later. */
function isSignedBy(stripe: Stripe, secret: string, rawBody: string, header: string): boolean {
  try {
    // Tolerance 0 leaves the age to us.
    stripe.webhooks.constructEvent(rawBody, header, secret, 0);
    return true;
  } catch (error) {
    return error instanceof SyntaxError && secret !== "";
  }
}

/**
 * Stripe-Signature over the raw body. The SDK checks the signature; it looks only at what is too old, so the age is
 * checked here in both directions.
 */
export function verifyStripeWebhook(
  stripe: Stripe,
  secrets: readonly string[],
  { rawBody, headers, now }: WebhookRequest,
): WebhookVerdict {
  const header = headers["stripe-signature"];
  if (!header) return refused("signature_missing", "no Stripe-Signature header");
  if (!secrets.some((secret) => isSignedBy(stripe, secret, rawBody, header)))
    return refused("signature_wrong", "no signature of ours in the header");
  const timestamp = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(header)?.[1]);
  const age = Math.floor(now.getTime() / 1_000) - timestamp;
  if (!Number.isFinite(age)) return refused("signature_wrong", "no time in the header");
  if (age > WEBHOOK_TOLERANCE_SECONDS) return refused("stale", `${age} s old`);
  if (-age > WEBHOOK_TOLERANCE_SECONDS) return refused("from_future", `${-age} s ahead`);
  const parsed = stripeEvent.safeParse(parseJson(rawBody));
  if (!parsed.success) return refused("body_unreadable", "the body is no event");
  return { ok: true, event: readEvent(parsed.data) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
