import Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelInvoice } from "@/lib/domain/billing/commands/cancel-invoice";
import { expireInvoices } from "@/lib/domain/billing/commands/expire-invoices";
import { refundPayment } from "@/lib/domain/billing/commands/refund-payment";
import { startTopUp } from "@/lib/domain/billing/commands/start-top-up";
import { getInvoice } from "@/lib/domain/billing/queries/invoices";
import { customerScopeOf, type UserActor } from "@/lib/domain/kernel/actor";
import { SIMULATED_STRIPE_KEY } from "@/lib/simulators/stripe/start";
import { type BillingWorld, openBillingWorld } from "./billing-world";

let world: BillingWorld;
let customer: UserActor;
let admin: UserActor;

beforeAll(async () => {
  world = await openBillingWorld();
  admin = (await world.person({ role: "ADMIN" })).actor;
});
afterAll(() => world.close());
beforeEach(async () => {
  customer = (await world.person()).actor;
});

const NOBODYS = "0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000";

describe("an amount that is none", () => {
  it.each([
    [0n, "amount_too_small"],
    [-25_000_000n, "amount_too_small"],
    [1n, "amount_too_fine"],
    [25_000_001n, "amount_too_fine"],
    [9_999_999_999_990_000n, "amount_too_large"],
    [2n ** 80n, "amount_too_fine"],
    [10n ** 30n, "amount_too_large"],
  ])("%s micro-units begin nothing, in no way of paying", async (amountMicros, reason) => {
    const sessions = world.stripe.account.sessions.size;
    for (const method of ["CARD", "PIX", "CHECKOUT_PRO", "CRYPTO_USDT", "CRYPTO_BTC"] as const) {
      const answer = await startTopUp(world.deps, customer, {
        method,
        amountMicros,
        key: world.deps.ids.uuid(),
      });
      expect(answer, method).toMatchObject({ ok: false, reason });
    }
    expect(await world.deps.db.invoice.count({ where: { userId: customer.userId } })).toBe(0);
    expect(world.stripe.account.sessions.size).toBe(sessions);
  });

  it.each([0n, -1_000_000n, 10_000_001n, 10n ** 30n])(
    "%s micro-units are paid back to nobody",
    async (amount) => {
      const { invoiceId, reference } = await world.topUp(customer, 10);
      await world.control(world.stripe, "pay", { session: reference });
      await world.told();
      const { id: paymentId } = await world.deps.db.payment.findFirstOrThrow({ where: { invoiceId } });
      const input = { paymentId, amountMicros: amount, reason: "asked for it", key: world.deps.ids.uuid() };
      expect(await refundPayment(world.deps, admin, input)).toMatchObject({ ok: false });
      expect(await world.money(customer)).toBe("10.00 0.00 0.00");
      expect(await world.brokenRules()).toEqual([]);
    },
  );
});

describe("an invoice", () => {
  it("of somebody else is as unknown as one that is not there", async () => {
    const { invoiceId } = await world.topUp(customer, 10);
    const stranger = (await world.person()).actor;
    for (const id of [invoiceId, NOBODYS]) {
      expect(await getInvoice(world.deps, customerScopeOf(stranger.userId), id)).toBeNull();
      expect(await cancelInvoice(world.deps, stranger, { invoiceId: id })).toMatchObject({
        reason: "not_found",
      });
    }
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PENDING" });
  });

  it("of somebody else's key is begun anew for oneself", async () => {
    const key = world.deps.ids.uuid();
    const input = { method: "CARD", amountMicros: 10_000_000n, key } as const;
    const own = await startTopUp(world.deps, customer, input);
    const others = await startTopUp(world.deps, (await world.person()).actor, input);
    if (!own.ok || !others.ok) throw new Error("not started");
    expect(own.invoiceId).not.toBe(others.invoiceId);
  });

  it("that is expired can neither be taken back nor begun again; what comes for it is in the wallet", async () => {
    const key = world.deps.ids.uuid();
    const input = { method: "CARD", amountMicros: 10_000_000n, key } as const;
    const started = await startTopUp(world.deps, customer, input);
    if (!started.ok) throw new Error(started.reason);
    const { invoiceId } = started;
    await world.pass(40 * 60);
    await expireInvoices(world.deps);
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "EXPIRED" });
    expect(await cancelInvoice(world.deps, customer, { invoiceId })).toMatchObject({
      reason: "invoice_closed",
    });
    expect(await startTopUp(world.deps, customer, input)).toMatchObject({ reason: "invoice_closed" });
    const { gatewayReference } = await world.deps.db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
    await world.control(world.stripe, "pay", { session: gatewayReference });
    await world.told();
    expect(await world.invoice(invoiceId)).toMatchObject({
      status: "EXPIRED",
      exception: "PAID_LATE",
      credited: "10.00",
    });
    expect(await world.money(customer)).toBe("10.00 0.00 0.00");
  });
});

describe("a signed event", () => {
  const { webhooks } = new Stripe(SIMULATED_STRIPE_KEY);
  const send = (payload: string) =>
    fetch(`${world.hooks}/stripe`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "stripe-signature": webhooks.generateTestHeaderString({ payload, secret: world.stripeSecret }),
      },
      body: payload,
    });
  const event = (type: string, object: object) =>
    JSON.stringify({
      id: `evt_${world.deps.ids.uuid()}`,
      object: "event",
      type,
      created: Math.floor(Date.now() / 1_000),
      livemode: false,
      data: { object },
    });

  it.each([
    [
      "checkout.session.completed",
      { id: "cs_test_of_nobody", object: "checkout.session", client_reference_id: NOBODYS },
    ],
    ["charge.dispute.created", { id: "du_of_nobody", object: "dispute", payment_intent: "pi_of_nobody" }],
    ["refund.created", { id: "re_of_nobody", object: "refund", payment_intent: "pi_of_nobody" }],
    ["customer.created", { id: "cus_of_nobody", object: "customer" }],
  ])("%s about an unknown object is kept, asked about, and over", async (type, object) => {
    const before = await world.deps.db.walletTransaction.count();
    expect((await send(event(type, object))).status).toBe(200);
    await world.told();
    expect(await world.deps.db.gatewayEvent.count({ where: { processedAt: null } })).toBe(0);
    expect(await world.deps.db.walletTransaction.count()).toBe(before);
    expect(await world.brokenRules()).toEqual([]);
  });

  it.each([["{"], ["[]"], ["null"], ['"text"'], ['{"id":1}'], ["{}"]])(
    "with the body %s is refused",
    async (body) => {
      const before = await world.deps.db.gatewayEvent.count();
      const { status } = await send(body);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(await world.deps.db.gatewayEvent.count()).toBe(before);
    },
  );
});
