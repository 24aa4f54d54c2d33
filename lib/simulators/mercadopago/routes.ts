import { Hono } from "hono";
import { type Faults, troubled } from "../gateway/faults";
import { type IdempotencyKeys, onceByKey } from "../gateway/idempotency";
import type { MercadoPagoAccount } from "./account";
import { badRequest, mercadoPagoError, notFound } from "./answers";
import { cancelInput, paymentInput, preferenceInput, refundInput } from "./inputs";
import { COLLECTOR_ID, type Payment, shownPayment, shownPreference, shownRefund } from "./objects";
import { searchPayments } from "./search";

export interface ApiOptions {
  account: MercadoPagoAccount;
  accessToken: string;
  keys: IdempotencyKeys;
  faults: Faults;
  pageUrl(): string;
}

const HALF_AN_HOUR_MS = 30 * 60_000;
const GRACE_MS = 60_000;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** MercadoPago's API as far as Checkout Pro and Pix need it. */
export function mercadoPagoApi({ account, accessToken, keys, faults, pageUrl }: ApiOptions) {
  const app = new Hono();
  app.use(troubled(faults, () => mercadoPagoError(429, "too_many_requests", "Too many requests")));
  app.use(async (c, next) => {
    if (c.req.header("authorization") !== `Bearer ${accessToken}`)
      return mercadoPagoError(401, "unauthorized", "invalid access token");
    account.tick();
    return next();
  });
  app.use(
    onceByKey(keys, {
      header: "X-Idempotency-Key",
      mismatch: () =>
        mercadoPagoError(409, "idempotency_key_reused", "The idempotency key was used with another body"),
      isKept: (status) => status < 300,
    }),
  );
  const find = (id: string): Payment | undefined => account.payments.get(Number(id));
  const isKeyMissing = (key: string | undefined) => key === undefined || key === "";

  app.post("/checkout/preferences/", async (c) => {
    const parsed = preferenceInput.safeParse(parseJson(await c.req.text()));
    if (!parsed.success) return badRequest(parsed.error.issues[0]?.path.join(".") ?? "invalid preference");
    const input = parsed.data;
    if (input.auto_return && !input.back_urls.success)
      return mercadoPagoError(
        400,
        "invalid_auto_return",
        "auto_return invalid. back_url.success must be defined",
      );
    const preference = account.createPreference({
      items: input.items.map(({ unit_price: unitCents, currency_id: currency, ...item }) => ({
        ...item,
        unitCents,
        currency,
      })),
      externalReference: input.external_reference ?? null,
      notificationUrl: input.notification_url ?? null,
      backUrls: input.back_urls,
      autoReturn: input.auto_return ?? null,
      expiresAt: input.expires ? (input.expiration_date_to ?? null) : null,
    });
    return c.json(shownPreference(preference, pageUrl()), 201);
  });
  app.get("/checkout/preferences/:id", (c) => {
    const preference = account.preferences.get(c.req.param("id"));
    return preference ? c.json(shownPreference(preference, pageUrl())) : notFound("preference not found");
  });

  app.post("/v1/payments", async (c) => {
    if (isKeyMissing(c.req.header("x-idempotency-key")))
      return badRequest("Header X-Idempotency-Key can't be null");
    const parsed = paymentInput.safeParse(parseJson(await c.req.text()));
    if (!parsed.success) return badRequest(parsed.error.issues[0]?.path.join(".") ?? "invalid payment");
    const { date_of_expiration: expiresAt = null, ...input } = parsed.data;
    if (expiresAt !== null && expiresAt < account.options.clock.now() + HALF_AN_HOUR_MS - GRACE_MS)
      return badRequest("date_of_expiration must be at least 30 minutes ahead");
    const payment = account.createPix({
      cents: input.transaction_amount,
      description: input.description,
      externalReference: input.external_reference ?? null,
      notificationUrl: input.notification_url ?? null,
      payerEmail: input.payer.email,
      expiresAt,
    });
    return c.json(shownPayment(payment, pageUrl()), 201);
  });
  app.get("/v1/payments/search", (c) => searchPayments(account, c.req.query(), pageUrl()));
  app.get("/v1/payments/:id", (c) => {
    const payment = find(c.req.param("id"));
    return payment ? c.json(shownPayment(payment, pageUrl())) : notFound("Payment not found");
  });
  app.put("/v1/payments/:id", async (c) => {
    const payment = find(c.req.param("id"));
    if (!payment) return notFound("Payment not found");
    if (!cancelInput.safeParse(parseJson(await c.req.text())).success) return badRequest("status");
    return account.settle(payment, "cancelled", "by_collector")
      ? c.json(shownPayment(payment, pageUrl()))
      : badRequest("The action requested is not valid for the current payment state");
  });
  app.post("/v1/payments/:id/refunds", async (c) => {
    if (isKeyMissing(c.req.header("x-idempotency-key")))
      return badRequest("Header X-Idempotency-Key can't be null");
    const payment = find(c.req.param("id"));
    if (!payment) return notFound("Payment not found");
    const parsed = refundInput.safeParse(parseJson((await c.req.text()) || "{}") ?? {});
    if (!parsed.success) return badRequest("amount");
    const left = account.left(payment);
    const cents = parsed.data.amount ?? left;
    if (payment.status !== "approved" || left === 0)
      return badRequest("The action requested is not valid for the current payment state");
    if (cents > left) return badRequest("Amount of the refund is greater than what is left");
    return c.json(shownRefund(payment, account.refund(payment, cents)), 201);
  });
  app.get("/v1/payments/:id/refunds", (c) => {
    const payment = find(c.req.param("id"));
    return payment
      ? c.json(payment.refunds.map((refund) => shownRefund(payment, refund)))
      : notFound("Payment not found");
  });
  app.get("/v1/chargebacks/:id", (c) => {
    const id = c.req.param("id");
    const payment = [...account.payments.values()].find(({ chargebackId }) => chargebackId === id);
    if (!payment) return notFound("Chargeback not found");
    return c.json({
      id,
      payment_id: payment.id,
      amount: payment.cents / 100,
      currency_id: payment.currency,
      status: payment.detail,
      reason: "fraud",
    });
  });
  app.get("/merchant_orders/:id", (c) => {
    const payment = find(String(Number(c.req.param("id")) - 1));
    const preference = payment?.preferenceId ? account.preferences.get(payment.preferenceId) : undefined;
    if (!payment || !preference) return notFound("merchant order not found");
    return c.json({
      id: payment.id + 1,
      preference_id: preference.id,
      external_reference: preference.externalReference,
      status: payment.approvedAt === null ? "opened" : "closed",
      payments: [{ id: payment.id, status: payment.status, transaction_amount: payment.cents / 100 }],
    });
  });
  app.get("/users/me", (c) => c.json({ id: COLLECTOR_ID, nickname: "SIMULATOR", site_id: "MLB" }));
  return app;
}
