import { inspect } from "node:util";
import Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelInvoice } from "@/lib/domain/billing/commands/cancel-invoice";
import { expireInvoices } from "@/lib/domain/billing/commands/expire-invoices";
import { refundPayment } from "@/lib/domain/billing/commands/refund-payment";
import { startTopUp } from "@/lib/domain/billing/commands/start-top-up";
import { getInvoice } from "@/lib/domain/billing/queries/invoices";
import {
  decideStraySchema,
  invoiceIdSchema,
  refundPaymentSchema,
  startTopUpSchema,
} from "@/lib/domain/billing/schema";
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

/** What people, scripts and broken clients send as an amount. */
const WRONG_AMOUNTS: unknown[] = [
  "0",
  "0.00",
  "-5",
  "+5",
  "",
  " ",
  ".",
  ".5",
  "5.",
  "1e3",
  "1E3",
  "NaN",
  "Infinity",
  "-Infinity",
  "0x10",
  "1,5",
  "1 000",
  "1_000",
  "٥",
  "10000000000",
  "9".repeat(400),
  "5\u0000",
  "5\n5",
  "5;DROP",
  5,
  5.5,
  Number.NaN,
  10n,
  null,
  undefined,
  true,
  {},
  [],
  ["5"],
];
const TOO_FINE = ["0.001", "5.001", "5.000001", "5.0000000001", "0.009"];

describe("an amount that is none", () => {
  const parsed = (amount: unknown) => [
    startTopUpSchema.safeParse({ method: "CARD", amount, key: "a-key-of-a-form" }),
    refundPaymentSchema.safeParse({
      paymentId: NOBODYS,
      amount,
      reason: "asked for it",
      key: "a-key-of-a-form",
    }),
    decideStraySchema.safeParse({
      decision: "credit",
      strayId: NOBODYS,
      username: "somebody",
      amount,
      reason: "found it",
    }),
  ];

  it.each(WRONG_AMOUNTS.map((amount) => [inspect(amount), amount] as const))(
    "%s comes through no door",
    (_shown, amount) => {
      for (const { success } of parsed(amount)) expect(success).toBe(false);
    },
  );

  it.each(TOO_FINE)("%s is too fine, and that is said", (amount) => {
    for (const { error } of parsed(amount)) {
      expect(error?.issues.map(({ message }) => message)).toContain("amount_too_fine");
    }
  });

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

describe("a way of paying, a key or an id that is none", () => {
  it("comes through no door", () => {
    const good = { method: "CARD", amount: "10.00", key: "a-key-of-a-form" };
    expect(startTopUpSchema.safeParse(good).success).toBe(true);
    for (const wrong of [
      { method: "BALANCE" },
      { method: "ADMIN" },
      { method: "card" },
      { method: "__proto__" },
      { key: "short" },
      { key: "k".repeat(101) },
      { key: null },
    ])
      expect(startTopUpSchema.safeParse({ ...good, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
    for (const invoiceId of ["", "1", "new", "..%2Fx", `${NOBODYS}0`, null])
      expect(invoiceIdSchema.safeParse({ invoiceId }).success).toBe(false);
  });
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
