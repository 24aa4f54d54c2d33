import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { refreshWaitingInvoices } from "@/lib/domain/billing/commands/refresh-invoice";
import { refundPayment } from "@/lib/domain/billing/commands/refund-payment";
import { sendRefunds } from "@/lib/domain/billing/commands/send-refunds";
import { startTopUp } from "@/lib/domain/billing/commands/start-top-up";
import { readTopUpOffer } from "@/lib/domain/billing/queries/top-up-offer";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { listAttention } from "@/lib/domain/overview/queries/attention";
import type { PaymentGateway } from "@/lib/domain/payments/ports";
import { createMercadoPagoGateway } from "@/lib/integrations/payments/mercadopago/gateway";
import { createStripeGateway } from "@/lib/integrations/payments/stripe/gateway";
import { SIMULATED_MERCADOPAGO_TOKEN } from "@/lib/simulators/mercadopago/start";
import { SIMULATED_STRIPE_KEY } from "@/lib/simulators/stripe/start";
import { type BillingWorld, openBillingWorld } from "./billing-world";

const FAULTS = ["500", "429", "garbage", "refuse", "lost"] as const;
const GATEWAYS = ["stripe", "mercadoPago"] as const;
const METHOD = { stripe: "CARD", mercadoPago: "PIX" } as const;

/** While answers get lost nobody is answered, so nobody has to wait for long; else a slow machine is not a broken gateway. */
const [HASTE_MS, PATIENCE_MS] = [100, 20_000];
let isHasty = false;

let world: BillingWorld;
let customer: UserActor;
let admin: UserActor;

beforeAll(async () => {
  world = await openBillingWorld();
  admin = (await world.person({ role: "ADMIN" })).actor;
  // The product's own gateways, which ask once.
  const open = (timeoutMs: number): Record<string, PaymentGateway> => ({
    stripe: createStripeGateway({
      secretKey: SIMULATED_STRIPE_KEY,
      webhookSecrets: [world.stripeSecret],
      baseUrl: world.stripe.url,
      timeoutMs,
      maxNetworkRetries: 0,
    }),
    mercadopago: createMercadoPagoGateway({
      accessToken: SIMULATED_MERCADOPAGO_TOKEN,
      webhookSecrets: [world.mercadoPagoSecret],
      signature: "enforce",
      baseUrl: world.mercadoPago.url,
      timeoutMs,
      maxRetries: 0,
    }),
  });
  const [patient, hasty] = [open(PATIENCE_MS), open(HASTE_MS)];
  world.deps.paymentGateways = {
    byName: (name) => (isHasty ? hasty : patient)[name] ?? null,
    isSimulated: () => true,
  };
});
afterAll(() => world.close());
beforeEach(async () => {
  customer = (await world.person()).actor;
  for (const gateway of GATEWAYS) await breaks(gateway, "none");
  await world.deps.db.gatewayState.updateMany({ data: { failuresInRow: 0 } });
  await world.deps.db.moneyAlert.deleteMany();
});

async function breaks(gateway: (typeof GATEWAYS)[number], fault: (typeof FAULTS)[number] | "none") {
  isHasty = fault === "lost";
  await world.control(world[gateway], "fault", { fault, delayMs: 600 });
}

/** What waited for its next try, or for its turn, is due now. */
async function due(): Promise<void> {
  const { db } = world.deps;
  await db.$executeRaw`UPDATE gateway_events SET next_attempt_at = now() WHERE processed_at IS NULL`;
  await db.$executeRaw`UPDATE invoices SET looked_at = now() - interval '2 minutes'`;
  await db.$executeRaw`UPDATE payment_refunds SET next_attempt_at = now() WHERE status = 'PENDING'`;
  await db.$executeRaw`UPDATE gateway_states SET last_failure_at = now() - interval '2 minutes'`;
}

async function paidAtGateway(gateway: (typeof GATEWAYS)[number], reference: string): Promise<void> {
  await world.control(world[gateway], "pay", { [gateway === "stripe" ? "session" : "payment"]: reference });
}

/** How many refunds the gateway itself has of this payment. */
function refundsOf(gateway: (typeof GATEWAYS)[number], reference: string): number {
  const { stripe, mercadoPago } = world;
  if (gateway === "mercadoPago")
    return mercadoPago.account.payments.get(Number(reference))?.refunds.length ?? 0;
  const intent = stripe.account.sessions.get(reference)?.payment_intent;
  return [...stripe.account.refunds.values()].filter((refund) => refund.payment_intent === intent).length;
}

const alerts = async () =>
  (await world.deps.db.moneyAlert.findMany({ where: { resolvedAt: null } })).map(({ kind }) => kind).sort();
const isTold = async () =>
  (await listAttention(world.deps, admin)).some((one) => one.kind === "money_alerts" && one.count > 0);

describe.each(GATEWAYS)("%s", (gateway) => {
  const method = METHOD[gateway];
  const isAway = async () =>
    (await readTopUpOffer(world.deps, customer)).methods.find((one) => one.method === method)?.isAway;
  const start = () =>
    startTopUp(world.deps, customer, { method, amountMicros: 10_000_000n, key: world.deps.ids.uuid() });

  it.each(FAULTS)("%s while people begin to pay: told, left alone, and back", async (fault) => {
    await breaks(gateway, fault);
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await isAway()).toBe(false);
      expect(await start()).toMatchObject({ ok: false, reason: "gateway_unavailable" });
    }
    expect(await alerts()).toEqual(["gateway_down"]);
    expect(await isTold()).toBe(true);
    expect(await isAway()).toBe(true);
    const before = await world.deps.db.invoice.count();
    expect(await start()).toMatchObject({ ok: false, reason: "gateway_unavailable" });
    expect(await world.deps.db.invoice.count()).toBe(before);
    await breaks(gateway, "none");
    await due();
    expect(await isAway()).toBe(false);
    expect(await start()).toMatchObject({ ok: true });
    expect(await alerts()).toEqual([]);
    expect(await isTold()).toBe(false);
    expect(await world.money(customer)).toBe("0.00 0.00 0.00");
  });

  it.each(FAULTS)("%s after somebody paid: nothing is lost, and credited once", async (fault) => {
    const { reference, invoiceId } = await world.topUp(customer, 10, method);
    await breaks(gateway, fault);
    await paidAtGateway(gateway, reference);
    await world[gateway].notifier.settle();
    for (let tries = 0; tries < 3; tries += 1) {
      await due();
      await world.told();
      await refreshWaitingInvoices(world.deps);
    }
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PENDING", credited: "0.00" });
    expect(await alerts()).toContain("gateway_down");
    expect(await isTold()).toBe(true);
    await breaks(gateway, "none");
    await due();
    await Promise.all([world.told(), refreshWaitingInvoices(world.deps)]);
    await due();
    await world.told();
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PAID", credited: "10.00" });
    expect(await world.money(customer)).toBe("10.00 0.00 0.00");
    expect(await alerts()).toEqual([]);
    expect(await world.brokenRules()).toEqual([]);
  });

  it.each(FAULTS)("%s while a refund is sent: one refund, the hold paid out once", async (fault) => {
    const { reference, invoiceId } = await world.topUp(customer, 10, method);
    await paidAtGateway(gateway, reference);
    await world.told();
    const { id: paymentId } = await world.deps.db.payment.findFirstOrThrow({ where: { invoiceId } });
    const asked = { paymentId, amountMicros: 4_000_000n, reason: "asked for it", key: world.deps.ids.uuid() };
    expect(await refundPayment(world.deps, admin, asked)).toMatchObject({ ok: true });
    await breaks(gateway, fault);
    await sendRefunds(world.deps);
    // The answer was lost, but not always the refund.
    expect(await world.deps.db.paymentRefund.findFirst({ where: { paymentId } })).toMatchObject({
      status: "PENDING",
    });
    await breaks(gateway, "none");
    for (let tries = 0; tries < 2; tries += 1) {
      await due();
      await sendRefunds(world.deps);
      await world.told();
    }
    expect(await world.money(customer)).toBe("6.00 0.00 0.00");
    expect(await world.invoice(invoiceId)).toMatchObject({ refunded: "4.00" });
    expect(refundsOf(gateway, reference)).toBe(1);
    expect(await world.brokenRules()).toEqual([]);
  });
});

describe("a gateway that lies", () => {
  async function session(usd = 25) {
    const started = await world.topUp(customer, usd);
    const found = world.stripe.account.sessions.get(started.reference);
    if (!found) throw new Error("no session");
    return { ...started, session: found };
  }
  const told = async (reference: string) => {
    await world.control(world.stripe, "pay", { session: reference });
    await world.told();
  };

  it("of a smaller amount: what came is credited, the invoice waits, staff is told", async () => {
    const { invoiceId, reference, session: lying } = await session();
    lying.amount_total = 1_000;
    await told(reference);
    expect(await world.invoice(invoiceId)).toMatchObject({
      status: "PENDING",
      exception: "PAID_PARTIAL",
      credited: "10.00",
    });
    expect(await world.money(customer)).toBe("10.00 0.00 0.00");
    expect(await alerts()).toEqual(["payment_differs"]);
    expect(await isTold()).toBe(true);
    await due();
    await refreshWaitingInvoices(world.deps);
    expect(await world.money(customer)).toBe("10.00 0.00 0.00");
    expect(await world.brokenRules()).toEqual([]);
  });

  it("of a larger amount: paid, with the surplus in the wallet", async () => {
    const { invoiceId, reference, session: lying } = await session();
    lying.amount_total = 3_000;
    await told(reference);
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PAID", exception: "PAID_OVER" });
    expect(await world.money(customer)).toBe("30.00 0.00 0.00");
    expect(await alerts()).toEqual(["payment_differs"]);
  });

  it("of another currency: nothing is credited, a person decides", async () => {
    const { invoiceId, reference, session: lying } = await session();
    lying.currency = "eur";
    await told(reference);
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PENDING", credited: "0.00" });
    expect(await world.money(customer)).toBe("0.00 0.00 0.00");
    expect(await alerts()).toContain("payment_differs");
    expect(await world.deps.db.unmatchedPayment.findMany({ where: { invoiceId } })).toMatchObject([
      { reason: "CURRENCY_DIFFERS", status: "OPEN" },
    ]);
  });

  it("and says paid, then not paid: the money stays, staff is told; then paid again: nothing twice", async () => {
    const { invoiceId, reference, session: lying } = await session();
    await told(reference);
    lying.payment_status = "unpaid";
    await world.control(world.stripe, "resend", {});
    await world.deps.db.$executeRaw`
      UPDATE gateway_events SET processed_at = NULL, next_attempt_at = now() WHERE object_id = ${reference}`;
    await world.told();
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PAID", credited: "25.00" });
    expect(await alerts()).toEqual(["payment_differs"]);
    lying.payment_status = "paid";
    await world.deps.db.$executeRaw`
      UPDATE gateway_events SET processed_at = NULL, next_attempt_at = now() WHERE object_id = ${reference}`;
    await world.told();
    expect(await world.money(customer)).toBe("25.00 0.00 0.00");
    expect(await world.brokenRules()).toEqual([]);
  });

  it("about an object of another account: not found is the answer, and nothing is credited", async () => {
    const foreign = createMercadoPagoGateway({
      accessToken: SIMULATED_MERCADOPAGO_TOKEN,
      webhookSecrets: [world.mercadoPagoSecret],
      signature: "enforce",
      baseUrl: world.mercadoPago.url,
      collectorId: 1,
    });
    const { reference, invoiceId } = await world.topUp(customer, 10, "PIX");
    const own = world.deps.paymentGateways;
    world.deps.paymentGateways = { ...own, byName: () => foreign };
    await paidAtGateway("mercadoPago", reference);
    await world.told();
    world.deps.paymentGateways = own;
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PENDING", credited: "0.00" });
    const events = await world.deps.db.gatewayEvent.findMany({ where: { objectId: reference } });
    expect(events.map(({ outcome }) => outcome)).toContain("gateway_not_found");
  });
});

describe("a beginning that was cut off", () => {
  it("after the gateway had answered: the same key finds the same page", async () => {
    const key = world.deps.ids.uuid();
    const input = { method: "CARD", amountMicros: 10_000_000n, key } as const;
    const first = await startTopUp(world.deps, customer, input);
    if (!first.ok) throw new Error(first.reason);
    const { db } = world.deps;
    await cutOff(first.invoiceId);
    const sessions = world.stripe.account.sessions.size;
    expect(await startTopUp(world.deps, customer, input)).toEqual(first);
    expect(world.stripe.account.sessions.size).toBe(sessions);
    expect(await db.invoice.findUnique({ where: { id: first.invoiceId } })).toMatchObject({
      status: "PENDING",
    });
  });

  it("and was paid while every event got lost: found by our own reference", async () => {
    const { invoiceId, reference } = await world.topUp(customer, 10);
    await cutOff(invoiceId);
    await world.control(world.stripe, "delivery", { delivery: "drop" });
    await paidAtGateway("stripe", reference);
    await world.control(world.stripe, "delivery", { delivery: "normal" });
    await due();
    await refreshWaitingInvoices(world.deps);
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PAID", credited: "10.00" });
    expect(await world.money(customer)).toBe("10.00 0.00 0.00");
  });

  /** As if the process had died between the gateway's answer and its own commit, two minutes ago. */
  async function cutOff(invoiceId: string): Promise<void> {
    const { db } = world.deps;
    await db.$executeRaw`UPDATE invoices SET status = 'CREATED', gateway_reference = NULL, gateway_url = NULL,
      created_at = app_now() - interval '2 minutes' WHERE id = ${invoiceId}::uuid`;
    await db.$executeRaw`UPDATE payments SET status = 'CREATED' WHERE invoice_id = ${invoiceId}::uuid`;
  }
});
