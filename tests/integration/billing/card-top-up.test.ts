import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelInvoice } from "@/lib/domain/billing/commands/cancel-invoice";
import { liftFreeze } from "@/lib/domain/billing/commands/freeze-wallet";
import { refreshWaitingInvoices } from "@/lib/domain/billing/commands/refresh-invoice";
import { refundPayment } from "@/lib/domain/billing/commands/refund-payment";
import { sendRefunds } from "@/lib/domain/billing/commands/send-refunds";
import { startTopUp } from "@/lib/domain/billing/commands/start-top-up";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { placeHold } from "@/lib/domain/wallet/commands/place-hold";
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
  await world.control(world.stripe, "fault", { fault: "none" });
});

async function pay(reference: string, how: object = {}): Promise<void> {
  await world.control(world.stripe, "pay", { session: reference, ...how });
  await world.told();
}

async function paidTopUp(usd: number) {
  const started = await world.topUp(customer, usd);
  await pay(started.reference);
  const payment = await world.deps.db.payment.findFirstOrThrow({ where: { invoiceId: started.invoiceId } });
  return { ...started, paymentId: payment.id };
}

const cheapHold = (actor: UserActor) =>
  inTransaction(world.deps, (tx) =>
    placeHold(tx, {
      userId: actor.userId,
      amountMicros: 1n,
      currency: "USD",
      ownerType: "withdrawal",
      ownerId: world.deps.ids.uuid(),
      expiresInSeconds: 60,
      line: { id: world.deps.ids.uuid(), type: "WITHDRAWAL" },
    }),
  );

describe("a top-up by card", () => {
  it("is credited once, however often and however many at once its events come", async () => {
    const { invoiceId, reference, redirectUrl } = await world.topUp(customer, 25);
    expect(redirectUrl).toContain("/c/pay/");
    await pay(reference);
    await world.control(world.stripe, "resend", { times: 10 });
    await world.told();
    const invoice = await world.invoice(invoiceId);
    expect(invoice).toMatchObject({ status: "PAID", exception: "NONE", credited: "25.00" });
    expect(invoice?.payments).toMatchObject([{ status: "SETTLED", credited: "25.00" }]);
    expect(await world.money(customer)).toBe("25.00 0.00 0.00");
    const lines = await world.deps.db.walletTransaction.findMany({ where: { userId: customer.userId } });
    expect(lines).toMatchObject([{ type: "DEPOSIT", gateway: "STRIPE", paymentMethod: "CARD", invoiceId }]);
    expect(await world.brokenRules()).toEqual([]);
  });

  it("that is declined waits on, and the next card pays it", async () => {
    const { invoiceId, reference } = await world.topUp(customer, 10);
    await pay(reference, { card: "4000000000000002" });
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PENDING", credited: "0.00" });
    expect(await world.money(customer)).toBe("0.00 0.00 0.00");
    await pay(reference);
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PAID", credited: "10.00" });
  });

  it("by a bank whose money comes later is seen first and credited when it came", async () => {
    const { invoiceId, reference } = await world.topUp(customer, 10);
    await pay(reference, { later: "succeeds" });
    expect((await world.invoice(invoiceId))?.payments).toMatchObject([{ status: "DETECTED" }]);
    expect(await world.money(customer)).toBe("0.00 0.00 0.00");
    await world.control(world.stripe, "finish-later", { session: reference, outcome: "succeeds" });
    await world.told();
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PAID", credited: "10.00" });
  });

  it("whose events were all lost is found by asking", async () => {
    const { invoiceId, reference } = await world.topUp(customer, 10);
    await world.control(world.stripe, "delivery", { delivery: "drop" });
    await pay(reference);
    await world.control(world.stripe, "delivery", { delivery: "normal" });
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PENDING" });
    await refreshWaitingInvoices(world.deps);
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PAID", credited: "10.00" });
  });

  it("that comes for a canceled invoice is the customer's all the same", async () => {
    const { invoiceId, reference } = await world.topUp(customer, 10);
    expect(await cancelInvoice(world.deps, customer, { invoiceId })).toEqual({ ok: true });
    await pay(reference);
    expect(await world.invoice(invoiceId)).toMatchObject({
      status: "CANCELED",
      exception: "PAID_LATE",
      credited: "10.00",
    });
    expect(await world.money(customer)).toBe("10.00 0.00 0.00");
  });
});

describe("what is refused", () => {
  const asked = (amountMicros: bigint, key = world.deps.ids.uuid()) =>
    startTopUp(world.deps, customer, { method: "CARD", amountMicros, key });

  it("is too little, too much, above the day's limit, or another request under the same key", async () => {
    expect(await asked(4_990_000n)).toMatchObject({ reason: "amount_too_small" });
    expect(await asked(1_000_010_000n)).toMatchObject({ reason: "amount_too_large" });
    expect(await asked(900_000_000n)).toMatchObject({ ok: true });
    expect(await asked(100_010_000n)).toMatchObject({ reason: "top_up_limit" });
    const key = world.deps.ids.uuid();
    const first = await asked(10_000_000n, key);
    expect(await asked(10_000_000n, key)).toEqual(first);
    expect(await asked(11_000_000n, key)).toMatchObject({ reason: "idempotency_mismatch" });
  });

  it("is told as such when the gateway does not answer, and nothing is owed", async () => {
    await world.control(world.stripe, "fault", { fault: "500" });
    expect(await asked(10_000_000n)).toMatchObject({ ok: false, reason: "gateway_unavailable" });
    const invoices = await world.deps.db.invoice.findMany({ where: { userId: customer.userId } });
    expect(invoices).toMatchObject([{ status: "CANCELED", failureCode: "gateway_unavailable" }]);
    expect(await world.money(customer)).toBe("0.00 0.00 0.00");
  });

  it("are events with another secret, too old, from the future, or of a changed body", async () => {
    const { reference } = await world.topUp(customer, 10);
    await pay(reference);
    for (const delivery of ["wrong_signature", "stale", "future", "tampered"]) {
      const before = await world.deps.db.gatewayEvent.count();
      await world.control(world.stripe, "resend", { delivery });
      await world.told();
      expect(await world.deps.db.gatewayEvent.count(), delivery).toBe(before);
    }
    const answer = await fetch(`${world.hooks}/stripe`, { method: "POST", body: "{}" });
    expect(answer.status).toBe(401);
  });
});

describe("a refund", () => {
  const refund = (paymentId: string, usd: bigint, key = world.deps.ids.uuid()) =>
    refundPayment(world.deps, admin, {
      paymentId,
      amountMicros: usd * 1_000_000n,
      reason: "asked for it",
      key,
    });

  async function answered(): Promise<void> {
    while ((await sendRefunds(world.deps)) > 0);
    await world.told();
  }

  it("goes back in part, then whole, and never further", async () => {
    const { invoiceId, paymentId } = await paidTopUp(20);
    expect(await refund(paymentId, 5n)).toMatchObject({ ok: true });
    expect(await world.money(customer)).toBe("15.00 5.00 0.00");
    expect(await refund(paymentId, 5n)).toMatchObject({ reason: "refund_running" });
    await answered();
    expect(await world.money(customer)).toBe("15.00 0.00 0.00");
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "PAID", refunded: "5.00" });
    expect(await refund(paymentId, 16n)).toMatchObject({ reason: "nothing_to_refund" });
    expect(await refund(paymentId, 15n)).toMatchObject({ ok: true });
    await answered();
    expect(await world.invoice(invoiceId)).toMatchObject({ status: "REFUNDED", refunded: "20.00" });
    expect(await world.money(customer)).toBe("0.00 0.00 0.00");
    expect(await world.brokenRules()).toEqual([]);
  });

  it("that the bank returns later is in the wallet again", async () => {
    const { paymentId } = await paidTopUp(20);
    await refund(paymentId, 20n);
    await answered();
    expect(await world.money(customer)).toBe("0.00 0.00 0.00");
    const row = await world.deps.db.paymentRefund.findFirstOrThrow({ where: { paymentId } });
    await world.control(world.stripe, "refund-failed", { refund: row.gatewayRefundId });
    await world.told();
    expect(await world.money(customer)).toBe("20.00 0.00 0.00");
    expect(await world.deps.db.paymentRefund.findFirst({ where: { paymentId } })).toMatchObject({
      status: "FAILED",
    });
    expect(await world.deps.db.moneyAlert.count({ where: { kind: "refund_failed" } })).toBe(1);
    expect(await world.brokenRules()).toEqual([]);
  });

  it("is for administrators alone, and of money that is still there", async () => {
    const { paymentId } = await paidTopUp(20);
    const support = (await world.person({ role: "SUPPORT" })).actor;
    const input = { paymentId, amountMicros: 1_000_000n, reason: "not mine", key: world.deps.ids.uuid() };
    expect(await refundPayment(world.deps, support, input)).toMatchObject({ reason: "forbidden" });
    expect(await refundPayment(world.deps, customer, input)).toMatchObject({ reason: "forbidden" });
  });
});

describe("a dispute", () => {
  it("takes the money back into debt, freezes the wallet, and gives it back when it is won", async () => {
    const { invoiceId, reference } = await paidTopUp(20);
    await world.control(world.stripe, "dispute", { session: reference });
    await world.told();
    expect(await world.money(customer)).toBe("0.00 0.00 0.00");
    expect((await world.invoice(invoiceId))?.payments).toMatchObject([
      { disputeState: "FUNDS_WITHDRAWN", disputed: "20.00" },
    ]);
    await pay((await world.topUp(customer, 30)).reference);
    expect(await cheapHold(customer)).toMatchObject({ reason: "wallet_frozen" });
    expect(await world.deps.db.moneyAlert.count({ where: { kind: "dispute_opened" } })).toBe(1);
    const [dispute] = [...world.stripe.account.disputes.values()].slice(-1);
    await world.control(world.stripe, "close-dispute", { dispute: dispute?.id, outcome: "won" });
    await world.told();
    expect(await world.money(customer)).toBe("50.00 0.00 0.00");
    expect((await world.invoice(invoiceId))?.payments).toMatchObject([
      { disputeState: "WON", disputed: "0.00" },
    ]);
    expect(
      await world.deps.db.moneyAlert.count({ where: { kind: "dispute_opened", resolvedAt: null } }),
      "there is nothing left to answer",
    ).toBe(0);
    expect(await liftFreeze(world.deps, admin, { userId: customer.userId, reason: "won" })).toEqual({
      ok: true,
    });
    expect(await cheapHold(customer)).toMatchObject({ holdId: expect.any(BigInt) });
    expect(await world.brokenRules()).toEqual([]);
  });
});

// Moves business time, so it comes last.
describe("when the demo's clock was moved", () => {
  it("simulated gateways, which live in that time, still begin and end a payment", async () => {
    const hours = 5;
    await world.pass(hours * 3_600);
    for (const { clock } of [world.stripe, world.mercadoPago]) clock.offsetSeconds = hours * 3_600;
    await pay((await world.topUp(customer, 25)).reference);
    expect(await world.money(customer)).toBe("25.00 0.00 0.00");
    const pix = await world.topUp(customer, 10, "PIX");
    await world.control(world.mercadoPago, "pay", { payment: Number(pix.reference) });
    await world.told();
    expect(await world.money(customer)).toBe("35.00 0.00 0.00");
  });
});
