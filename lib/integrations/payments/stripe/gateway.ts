import type Stripe from "stripe";
import { z } from "zod";
import type { PaymentGateway } from "@/lib/domain/payments/ports";
import type {
  EventPage,
  GatewayRefusal,
  GatewayResult,
  PaymentLookup,
  RefundPayment,
  StartPayment,
} from "@/lib/domain/payments/types";
import { toMinorUnits } from "../minor-units";
import { createStripeClient, type StripeOptions } from "./client";
import { listStripeMovements } from "./movements";
import { readPayment, readRefund } from "./read-payment";
import { stripeRefusal } from "./refusal";
import { checkoutSession, idOf, reference, stripeDispute, stripeEvent, stripeRefund } from "./shapes";
import { HANDLED_EVENTS, readEvent, verifyStripeWebhook } from "./webhook";

const PAGE = 100;

/** How many sessions are looked through for one of ours, newest first, and how many events for a first cursor. */
const MAX_SEARCHED = 500;

const EXPANDED = { expand: ["payment_intent.latest_charge"] };

const withPaymentIntent = z.object({ payment_intent: reference.nullish() });

const refused = (reason: GatewayRefusal["reason"], detail: string): GatewayRefusal => ({
  ok: false,
  reason,
  detail: `stripe: ${detail}`,
  mayHaveHappened: false,
});

async function attempt<T extends object>(call: () => Promise<GatewayResult<T>>): Promise<GatewayResult<T>> {
  try {
    return await call();
  } catch (error) {
    return stripeRefusal(error);
  }
}

function sessionParameters(input: StartPayment, minor: number): Stripe.Checkout.SessionCreateParams {
  const metadata = { reference: input.reference };
  return {
    mode: "payment",
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: input.amount.currency.toLowerCase(),
          unit_amount: minor,
          product_data: { name: input.description },
        },
      },
    ],
    client_reference_id: input.reference,
    customer_email: input.customerEmail,
    metadata,
    payment_intent_data: { metadata },
    expires_at: Math.floor(input.expiresAt.getTime() / 1_000),
    success_url: input.returnUrl,
    cancel_url: input.returnUrl,
  };
}

/** The payment intent that a charge, refund, dispute or the intent itself belongs to. */
async function intentOf(stripe: Stripe, id: string): Promise<string | null> {
  if (id.startsWith("pi_")) return id;
  const read = async (object: Promise<unknown>) => idOf(withPaymentIntent.parse(await object).payment_intent);
  if (/^(?:ch|py)_/.test(id)) return read(stripe.charges.retrieve(id));
  if (/^(?:re|pyr)_/.test(id)) return read(stripe.refunds.retrieve(id));
  return /^d[pu]_/.test(id) ? read(stripe.disputes.retrieve(id)) : null;
}

async function findSession(stripe: Stripe, lookup: PaymentLookup): Promise<string | null> {
  if ("reference" in lookup) {
    let seen = 0;
    for await (const session of stripe.checkout.sessions.list({ limit: PAGE })) {
      if (session.client_reference_id === lookup.reference) return session.id;
      seen += 1;
      if (seen >= MAX_SEARCHED) return null;
    }
    return null;
  }
  if (lookup.id.startsWith("cs_")) return lookup.id;
  const payment_intent = await intentOf(stripe, lookup.id);
  if (!payment_intent) return null;
  const { data } = await stripe.checkout.sessions.list({ payment_intent, limit: 1 });
  return data[0]?.id ?? null;
}

async function fetchPayment(stripe: Stripe, lookup: PaymentLookup) {
  const sessionId = await findSession(stripe, lookup);
  if (!sessionId) return refused("gateway_not_found", "no checkout session belongs to it");
  const session = checkoutSession.parse(await stripe.checkout.sessions.retrieve(sessionId, EXPANDED));
  const payment_intent = idOf(session.payment_intent);
  if (!payment_intent) return { ok: true as const, payment: readPayment(session, [], []) };
  const [refunds, disputes] = await Promise.all([
    stripe.refunds.list({ payment_intent, limit: PAGE }),
    stripe.disputes.list({ payment_intent, limit: PAGE }),
  ]);
  return {
    ok: true as const,
    payment: readPayment(
      session,
      z.array(stripeRefund).parse(refunds.data),
      z.array(stripeDispute).parse(disputes.data),
    ),
  };
}

/** Newest first from Stripe, oldest first from here. The first time, as far back as one run looks. */
async function listEvents(stripe: Stripe, cursor: string | null): Promise<EventPage> {
  const types = [...HANDLED_EVENTS];
  const found: Stripe.Event[] = [];
  let hasMore = false;
  if (cursor) {
    const page = await stripe.events.list({ types, limit: PAGE, ending_before: cursor });
    found.push(...page.data);
    hasMore = page.has_more;
  } else {
    for await (const event of stripe.events.list({ types, limit: PAGE })) {
      found.push(event);
      if (found.length >= MAX_SEARCHED) break;
    }
  }
  const events = found.map((event) => readEvent(stripeEvent.parse(event))).reverse();
  return { events, cursor: events.at(-1)?.eventId ?? cursor ?? "", hasMore };
}

async function refundPayment(stripe: Stripe, input: RefundPayment, minor: number) {
  const session = await stripe.checkout.sessions.retrieve(input.externalId);
  const payment_intent = idOf(checkoutSession.parse(session).payment_intent);
  if (!payment_intent) return refused("gateway_rejected", "nothing was paid");
  const refund = await stripe.refunds.create(
    { payment_intent, amount: minor },
    { idempotencyKey: input.idempotencyKey },
  );
  return { ok: true as const, refund: readRefund(stripeRefund.parse(refund)) };
}

/** Stripe Checkout through Stripe's own SDK (API 2026-10-28). */
export function createStripeGateway(options: StripeOptions): PaymentGateway {
  const stripe = createStripeClient(options);
  return {
    name: "stripe",
    currencies: ["USD", "EUR", "GBP", "BRL"],
    methods: ["hosted"],
    async startPayment(input) {
      if (input.method !== "hosted") return refused("gateway_method_unsupported", input.method);
      const minor = toMinorUnits(input.amount);
      if (minor === null) return refused("gateway_amount_unsupported", input.amount.currency);
      return attempt(async () => {
        const session = checkoutSession.parse(
          await stripe.checkout.sessions.create(sessionParameters(input, minor), {
            idempotencyKey: input.idempotencyKey,
          }),
        );
        return { ok: true, externalId: session.id, ...(session.url && { redirectUrl: session.url }) };
      });
    },
    fetchPayment: (lookup) => attempt(() => fetchPayment(stripe, lookup)),
    async refund(input) {
      const minor = toMinorUnits(input.amount);
      if (minor === null) return refused("gateway_amount_unsupported", input.amount.currency);
      return attempt(() => refundPayment(stripe, input, minor));
    },
    verifyWebhook: (request) => verifyStripeWebhook(stripe, options.webhookSecrets, request),
    listMovements: (period) =>
      attempt(async () => ({ ok: true, movements: await listStripeMovements(stripe, period) })),
    listEventsSince: (cursor) =>
      attempt(async () => ({ ok: true, ...(await listEvents(stripe, cursor || null)) })),
  };
}
