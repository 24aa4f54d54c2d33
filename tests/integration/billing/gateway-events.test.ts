import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyGatewayReport } from "@/lib/domain/billing/commands/apply-gateway-report";
import { followGatewayEvents } from "@/lib/domain/billing/commands/follow-gateway-events";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { GatewayPayment } from "@/lib/domain/payments/types";
import { createRandom } from "@/lib/simulators/random";
import { stripeLife } from "@/tests/support/stripe-life";
import { type BillingWorld, openBillingWorld } from "./billing-world";

const TIMES = 10;
/** Each two of the seven events come in either order some forty times; the rules alone are tried with more. */
const ORDERS = 80;

let world: BillingWorld;
let customer: UserActor;

beforeAll(async () => {
  world = await openBillingWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  customer = (await world.person()).actor;
  await world.control(world.stripe, "delivery", { delivery: "normal" });
  await world.control(world.mercadoPago, "delivery", { delivery: "normal" });
});

/** Every event so far is delivered ten times at once, while three processes follow what they find. */
async function tenTimesAtOnce(simulator: BillingWorld["stripe"] | BillingWorld["mercadoPago"]) {
  await world.control(simulator, "resend", { times: TIMES });
  await Promise.all([1, 2, 3].map(() => followGatewayEvents(world.deps)));
  await world.told();
  await Promise.all([1, 2, 3].map(() => followGatewayEvents(world.deps)));
}

async function linesOf({ userId }: UserActor): Promise<string[]> {
  const rows = await world.deps.db.walletTransaction.findMany({ where: { userId } });
  return rows.map(({ type, amountMicros }) => `${type} ${amountMicros}`).sort();
}

describe("each signed event, ten times at once", () => {
  it("of Stripe moves money once", async () => {
    const { reference, invoiceId } = await world.topUp(customer, 25);
    const { account } = world.stripe;
    const session = account.sessions.get(reference);
    if (!session) throw new Error("no session");
    account.payLater(session, "succeeds");
    await tenTimesAtOnce(world.stripe);
    expect(await world.money(customer)).toBe("0.00 0.00 0.00");
    account.finishLater(session, "succeeds");
    await tenTimesAtOnce(world.stripe);
    expect(await world.money(customer)).toBe("25.00 0.00 0.00");
    const charge = account.chargeOf(session);
    if (!charge) throw new Error("no charge");
    account.createRefund(charge, 500, null, {});
    await tenTimesAtOnce(world.stripe);
    expect(await world.money(customer)).toBe("20.00 0.00 0.00");
    const dispute = account.openDispute(charge, { isInquiry: false });
    await tenTimesAtOnce(world.stripe);
    expect(await world.money(customer)).toBe("0.00 0.00 -5.00");
    account.closeDispute(dispute, "won");
    await tenTimesAtOnce(world.stripe);
    expect(await world.money(customer)).toBe("20.00 0.00 0.00");
    expect(await world.invoice(invoiceId)).toMatchObject({
      status: "PAID",
      credited: "25.00",
      refunded: "5.00",
      payments: [{ disputeState: "WON" }],
    });
    expect(await world.brokenRules()).toEqual([]);
  });

  it("of MercadoPago moves money once, for Pix and for Checkout Pro paid twice", async () => {
    const pix = await world.topUp(customer, 10, "PIX");
    await world.control(world.mercadoPago, "pay", { payment: pix.reference });
    await tenTimesAtOnce(world.mercadoPago);
    expect(await world.money(customer)).toBe("10.00 0.00 0.00");
    const pro = await world.topUp(customer, 10, "CHECKOUT_PRO");
    await world.control(world.mercadoPago, "pay", { preference: pro.reference });
    await tenTimesAtOnce(world.mercadoPago);
    expect(await world.money(customer)).toBe("20.00 0.00 0.00");
    await world.control(world.mercadoPago, "pay", { preference: pro.reference });
    await tenTimesAtOnce(world.mercadoPago);
    expect(await world.money(customer)).toBe("30.00 0.00 0.00");
    expect(await world.invoice(pro.invoiceId)).toMatchObject({ status: "PAID", exception: "PAID_OVER" });
    await world.control(world.mercadoPago, "chargeback", { payment: pix.reference });
    await tenTimesAtOnce(world.mercadoPago);
    expect(await world.money(customer)).toBe("20.00 0.00 0.00");
    expect(await world.brokenRules()).toEqual([]);
  });
});

describe("what nobody but the gateway could have signed", () => {
  it.each(["wrong_signature", "stale", "future", "tampered"])(
    "of MercadoPago: %s is refused",
    async (delivery) => {
      const { reference, invoiceId } = await world.topUp(customer, 10, "PIX");
      await world.told();
      await world.control(world.mercadoPago, "delivery", { delivery: "drop" });
      await world.control(world.mercadoPago, "pay", { payment: reference });
      const before = await world.deps.db.gatewayEvent.count();
      // The gateway signs the id in the address, not the body: a changed body says nothing and is taken as the hint it is.
      const taken = delivery === "tampered" ? [200] : [401, 403];
      await world.control(world.mercadoPago, "resend", { delivery });
      await world.mercadoPago.notifier.settle();
      const { status } = world.mercadoPago.notifier.records.at(-1) ?? { status: 0 };
      expect(taken).toContain(status);
      if (delivery === "tampered") return;
      await world.told();
      expect(await world.deps.db.gatewayEvent.count()).toBe(before);
      expect(await world.invoice(invoiceId)).toMatchObject({ status: "PENDING", credited: "0.00" });
    },
  );

  it("of another gateway, or of nobody, is refused at either door", async () => {
    const { reference } = await world.topUp(customer, 10, "PIX");
    await world.told();
    const before = await world.deps.db.gatewayEvent.count();
    const body = JSON.stringify({ id: "evt_1", type: "payment", data: { id: reference } });
    const t = Math.floor(Date.now() / 1_000);
    for (const door of ["stripe", "mercadopago"]) {
      for (const headers of [
        {},
        { "stripe-signature": `t=${t},v1=${"0".repeat(64)}` },
        { "x-signature": `ts=${t},v1=${"0".repeat(64)}`, "x-request-id": "1" },
        { "x-signature": "ts=,v1=é" },
        { "stripe-signature": "t=NaN,v1=" },
      ]) {
        const answer = await fetch(`${world.hooks}/${door}?data.id=${reference}&type=payment`, {
          method: "POST",
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [name, Buffer.from(value).toString("latin1")]),
          ),
          body,
        });
        expect([400, 401, 403], `${door} ${JSON.stringify(headers)}`).toContain(answer.status);
      }
    }
    expect(await world.deps.db.gatewayEvent.count()).toBe(before);
  });

  it("and what is signed but names nothing of ours changes nothing", async () => {
    const { reference } = await world.topUp(customer, 10);
    const session = world.stripe.account.sessions.get(reference);
    if (!session) throw new Error("no session");
    session.client_reference_id = world.deps.ids.uuid();
    await world.control(world.stripe, "pay", { session: reference });
    await world.told();
    expect(await world.money(customer)).toBe("0.00 0.00 0.00");
    expect(
      await world.deps.db.unmatchedPayment.findMany({ where: { gatewayPaymentId: reference } }),
    ).toMatchObject([{ reason: "UNKNOWN_INVOICE", status: "OPEN" }]);
    expect(await world.deps.db.gatewayEvent.count({ where: { processedAt: null } })).toBe(0);
  });
});

describe("what Stripe says of a payment", () => {
  /** The same life at another invoice. */
  function told(reports: GatewayPayment[], reference: string): GatewayPayment[] {
    const own = <T extends { id: string }>(rows: T[]) =>
      rows.map((row) => ({ ...row, id: `${row.id}-${reference}` }));
    return reports.map((report) => ({
      ...report,
      externalId: `${report.externalId}-${reference}`,
      reference,
      receipts: own(report.receipts),
      refunds: own(report.refunds),
      disputes: own(report.disputes),
    }));
  }

  it(`ends in the same ledger in ${ORDERS} random orders`, async () => {
    const reports = await stripeLife();
    const random = createRandom(20_261_121);
    const { db, ids, clock } = world.deps;
    const wanted = {
      money: "15.00 0.00 0.00",
      lines: ["ADJUSTMENT -25000000", "ADJUSTMENT 25000000", "DEPOSIT 25000000", "REFUND -10000000"],
    };
    async function live(): Promise<void> {
      const id = ids.uuid();
      await db.user.create({ data: { id, username: id.slice(-12), email: `${id}@example.test` } });
      const actor = { ...customer, userId: id };
      const invoice = await db.invoice.create({
        data: {
          id: ids.uuid(),
          userId: actor.userId,
          purpose: "TOP_UP",
          gateway: "STRIPE",
          paymentMethod: "CARD",
          status: "PENDING",
          amountMicros: 25_000_000n,
          chargeCurrency: "USD",
          chargeAmount: "25",
          seller: {},
          idempotencyKey: ids.uuid(),
          expiresAt: new Date(clock.now().getTime() + 3_600_000),
          payments: {
            create: [{ id: ids.uuid(), gateway: "STRIPE", status: "PENDING", currency: "USD", amount: "25" }],
          },
        },
      });
      const life = told(reports, invoice.id);
      const order = life
        .map((report) => ({ report, at: random() }))
        .sort((left, right) => left.at - right.at);
      for (const { report } of order) await applyGatewayReport(world.deps, report);
      const what = order.map(({ report }) => life.indexOf(report)).join(" ");
      expect({ money: await world.money(actor), lines: await linesOf(actor) }, what).toEqual(wanted);
      const end = await db.invoice.findUniqueOrThrow({
        where: { id: invoice.id },
        include: { payments: true },
      });
      expect(end, what).toMatchObject({
        status: "PAID",
        creditedMicros: 25_000_000n,
        refundedMicros: 10_000_000n,
        payments: [{ status: "SETTLED", disputeState: "WON" }],
      });
    }
    const lives = Array.from({ length: 4 }, async () => {
      for (let count = 0; count < ORDERS / 4; count += 1) await live();
    });
    await Promise.all(lives);
    expect(await world.brokenRules()).toEqual([]);
  });
});
