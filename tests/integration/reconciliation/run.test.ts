import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchMissedEvents } from "@/lib/domain/billing/commands/fetch-missed-events";
import { refreshRates } from "@/lib/domain/billing/commands/refresh-rates";
import { refundPayment } from "@/lib/domain/billing/commands/refund-payment";
import { sendRefunds } from "@/lib/domain/billing/commands/send-refunds";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { reconcileBooks } from "@/lib/domain/reconciliation/commands/reconcile-books";
import { requestReconciliation } from "@/lib/domain/reconciliation/commands/request-reconciliation";
import { type BillingWorld, openBillingWorld } from "../billing/billing-world";

let world: BillingWorld;
let customer: UserActor;
let admin: UserActor;

beforeAll(async () => {
  world = await openBillingWorld();
  customer = (await world.person()).actor;
  admin = (await world.person({ role: "ADMIN" })).actor;
  await refreshRates(world.deps);
});
afterAll(() => world.close());

const compare = () => reconcileBooks(world.deps, { isDue: true, graceSeconds: 0 });
const lastRun = () => world.deps.db.reconciliationRun.findFirstOrThrow({ orderBy: { startedAt: "desc" } });
const open = () =>
  world.deps.db.reconciliationFinding.findMany({
    where: { resolvedAt: null },
    select: { kind: true, refId: true },
  });
const alerts = () =>
  world.deps.db.moneyAlert.findMany({
    where: { kind: "books_differ", resolvedAt: null },
    select: { refId: true },
  });

async function payByBitcoin(): Promise<void> {
  const { invoiceId } = await world.topUp(customer, 20, "CRYPTO_BTC");
  const invoice = await world.deps.db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
  await world.chainVerb("pay", {
    address: invoice.address,
    amount: invoice.amountAsset?.toFixed(),
    asset: "BTC",
  });
  await world.chainVerb("mine", { n: 6, chain: "bitcoin" });
}

describe("a run over the simulated gateways", () => {
  it("finds nothing after payments, a Pix and a refund", async () => {
    const card = await world.topUp(customer, 25);
    await world.control(world.stripe, "pay", { session: card.reference });
    const pix = await world.topUp(customer, 10, "PIX");
    await world.control(world.mercadoPago, "pay", { payment: pix.reference });
    await world.told();
    const { id: paymentId } = await world.deps.db.payment.findFirstOrThrow({
      where: { invoiceId: card.invoiceId },
    });
    await refundPayment(world.deps, admin, {
      paymentId,
      amountMicros: 5_000_000n,
      reason: "Half of it was not used",
      key: world.deps.ids.uuid(),
    });
    await sendRefunds(world.deps);
    await world.told();
    expect(await compare()).toBe(0);
    const { status, step, sources, totals } = await lastRun();
    expect({ status, step }).toEqual({ status: "COMPLETED", step: "DONE" });
    expect(sources).toMatchObject([
      { gateway: "STRIPE", answer: "read", movements: 2 },
      { gateway: "MERCADOPAGO", answer: "read", movements: 1 },
      { gateway: "CRYPTO", answer: "read" },
    ]);
    expect(totals).toMatchObject([
      { account: "ext:btc" },
      { account: "ext:mercadopago", theirAmount: "54.000000000000000000", theirCurrency: "BRL" },
      { account: "ext:stripe", theirCurrency: "USD", linesAmount: expect.stringMatching(/^20\.0+$/) },
      { account: "ext:usdt" },
    ]);
  });

  it("tells of a payment that nobody heard of, and that it healed", async () => {
    await world.control(world.stripe, "delivery", { delivery: "drop" });
    const { invoiceId, reference } = await world.topUp(customer, 5);
    await world.control(world.stripe, "pay", { session: reference });
    expect(await compare()).toBe(1);
    expect(await open()).toEqual([{ kind: "PAID_NOT_CREDITED", refId: invoiceId }]);
    expect(await alerts()).toEqual([{ refId: "PAID_NOT_CREDITED" }]);
    expect(await compare()).toBe(1);
    expect((await lastRun()).newCount).toBe(0);
    await fetchMissedEvents(world.deps);
    await world.told();
    expect(await compare()).toBe(0);
    expect(await lastRun()).toMatchObject({ healedCount: 1, findingCount: 0 });
    expect(await open()).toEqual([]);
    expect(await alerts()).toEqual([]);
    await world.control(world.stripe, "delivery", { delivery: "normal" });
  });

  it("tells of coins that no watcher took in", async () => {
    await payByBitcoin();
    await compare();
    expect((await open()).map(({ kind }) => kind)).toEqual(["CHAIN_NOT_BOOKED"]);
  });

  it("goes on with what it was told before while a gateway is away", async () => {
    await world.control(world.stripe, "fault", { fault: "500" });
    await compare();
    expect(await lastRun()).toMatchObject({ status: "COMPLETED", findingCount: 1 });
    expect((await lastRun()).sources).toMatchObject([
      { answer: "unavailable", reason: "gateway_unavailable" },
      { answer: "read" },
      { answer: "read" },
    ]);
    await world.control(world.stripe, "fault", { fault: "none" });
  });

  it("is asked for by an administrator, once at a time, and belongs to who asked", async () => {
    expect(await requestReconciliation(world.deps, customer)).toMatchObject({ reason: "forbidden" });
    const asked = await Promise.all([1, 2, 3].map(() => requestReconciliation(world.deps, admin)));
    expect(asked.every(({ ok }) => ok)).toBe(true);
    expect(await world.deps.db.reconciliationRun.count({ where: { status: "RUNNING" } })).toBe(1);
    await Promise.all([1, 2, 3].map(() => reconcileBooks(world.deps, { isDue: false })));
    expect(await lastRun()).toMatchObject({ status: "COMPLETED", requestedById: admin.userId });
    const before = await world.deps.db.reconciliationRun.count();
    expect(await reconcileBooks(world.deps, { isDue: false })).toBe(0);
    expect(await world.deps.db.reconciliationRun.count()).toBe(before);
  });

  it("whose process died is taken over when its lease is over", async () => {
    await requestReconciliation(world.deps, admin);
    await world.deps.db.reconciliationRun.updateMany({
      where: { status: "RUNNING" },
      data: { leasedUntil: new Date(Date.now() + 60_000) },
    });
    await reconcileBooks(world.deps, { isDue: true });
    expect(await lastRun()).toMatchObject({ status: "RUNNING" });
    await world.deps.db.reconciliationRun.updateMany({
      where: { status: "RUNNING" },
      data: { leasedUntil: new Date(Date.now() - 1_000) },
    });
    await reconcileBooks(world.deps, { isDue: false });
    expect(await lastRun()).toMatchObject({ status: "COMPLETED" });
  });
});
