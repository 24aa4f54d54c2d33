import { z } from "zod";

/** What we read of Stripe's objects (API 2026-10-28). A 200 with anything else is not an answer. */
const unix = z.number().int().nonnegative();
const minor = z.number().int().nonnegative();
const id = z.string().min(1).max(255);

export const reference = z.union([id, z.object({ id }).loose()]);

export const idOf = (value: string | { id: string } | null | undefined): string | null =>
  typeof value === "string" ? value : (value?.id ?? null);

const paymentIntent = z.object({
  id,
  status: z.string(),
  amount_received: minor,
  created: unix,
  last_payment_error: z.object({ code: z.string().nullish(), decline_code: z.string().nullish() }).nullish(),
  latest_charge: z.union([id, z.object({ id, created: unix, paid: z.boolean() })]).nullish(),
});

export const checkoutSession = z.object({
  id,
  object: z.literal("checkout.session"),
  status: z.enum(["open", "complete", "expired"]).nullable(),
  payment_status: z.string(),
  amount_total: minor.nullable(),
  currency: z.string().nullable(),
  client_reference_id: z.string().nullable(),
  created: unix,
  expires_at: unix,
  livemode: z.boolean(),
  url: z.string().nullish(),
  payment_intent: z.union([id, paymentIntent]).nullish(),
});
export type CheckoutSession = z.infer<typeof checkoutSession>;

export const stripeRefund = z.object({
  id,
  amount: minor,
  currency: z.string(),
  status: z.string().nullable(),
  created: unix,
});
export type StripeRefund = z.infer<typeof stripeRefund>;

export const stripeDispute = z.object({
  id,
  amount: minor,
  currency: z.string(),
  status: z.string(),
  reason: z.string(),
  created: unix,
  balance_transactions: z.array(z.object({ amount: z.number().int() })),
  evidence_details: z.object({ due_by: unix.nullish() }).nullish(),
});
export type StripeDispute = z.infer<typeof stripeDispute>;

/** An event of a webhook or of the list. Of its object only what leads us to our row. */
export const stripeEvent = z.object({
  id,
  type: z.string().max(200),
  created: unix,
  data: z.object({
    object: z.object({ id: id.optional(), client_reference_id: z.string().nullish() }).loose(),
  }),
});
export type StripeEvent = z.infer<typeof stripeEvent>;
