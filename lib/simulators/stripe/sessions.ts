import { z } from "zod";
import type { StripeAccount } from "./account";
import { invalid } from "./answers";
import { newId, type Session } from "./objects";

const amount = z.coerce.number().int().min(1).max(99_999_999);
const metadata = z.record(z.string().max(40), z.string().max(500)).default({});

/** What we take of POST /v1/checkout/sessions; the rest of the real parameters is not simulated. */
const sessionInput = z.object({
  mode: z.literal("payment"),
  line_items: z
    .record(
      z.string(),
      z.object({
        quantity: z.coerce.number().int().min(1).default(1),
        price_data: z.object({
          currency: z.string().regex(/^[a-z]{3}$/),
          unit_amount: amount,
          product_data: z.object({ name: z.string().min(1) }),
        }),
      }),
    )
    .refine((items) => Object.keys(items).length > 0),
  client_reference_id: z.string().max(200).optional(),
  customer_email: z.email().optional(),
  metadata,
  success_url: z.url().optional(),
  cancel_url: z.url().optional(),
  expires_at: z.coerce.number().int().optional(),
});

const HALF_AN_HOUR = 30 * 60;
const A_DAY = 86_400;
/** The caller's clock and ours are not the same second. */
const GRACE = 60;
/** Stripe charges nothing under half a dollar. */
const MINIMUM = 50;

/** Opens a session, or says what is wrong with the question as Stripe does. */
export function createSession(account: StripeAccount, body: unknown, pageUrl: string): Session | Response {
  const parsed = sessionInput.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return invalid(`Invalid value: ${issue?.message ?? ""}`, issue?.path.join("."));
  }
  const input = parsed.data;
  const items = Object.values(input.line_items);
  const currency = items[0]?.price_data.currency ?? "";
  const total = items.reduce((sum, item) => sum + item.quantity * item.price_data.unit_amount, 0);
  if (total < MINIMUM)
    return invalid(
      "The Checkout Session's total amount must convert to at least 50 cents.",
      "line_items",
      "amount_too_small",
    );
  const now = account.seconds();
  const expiresAt = input.expires_at ?? now + A_DAY;
  if (expiresAt < now + HALF_AN_HOUR - GRACE || expiresAt > now + A_DAY + GRACE)
    return invalid("`expires_at` must be between 30 minutes and 24 hours from now.", "expires_at");
  const id = newId("cs_test");
  const session: Session = {
    id,
    object: "checkout.session",
    mode: "payment",
    status: "open",
    payment_status: "unpaid",
    amount_subtotal: total,
    amount_total: total,
    currency,
    client_reference_id: input.client_reference_id ?? null,
    customer_email: input.customer_email ?? null,
    metadata: input.metadata,
    success_url: input.success_url ?? null,
    cancel_url: input.cancel_url ?? null,
    url: `${pageUrl}/c/pay/${id}`,
    created: now,
    expires_at: expiresAt,
    livemode: false,
    payment_intent: null,
    payment_method_types: ["card", "us_bank_account"],
  };
  account.sessions.set(id, session);
  return session;
}
