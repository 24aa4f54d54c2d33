import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customerScope } from "@/lib/domain/kernel/actor";
import type { PaymentGateway } from "@/lib/domain/payments/ports";
import { buyByInvoice } from "@/lib/domain/vpn/commands/buy-by-invoice";
import { startPlanInvoice } from "@/lib/domain/vpn/commands/start-plan-invoice";
import { readInvoicePlan } from "@/lib/domain/vpn/queries/invoice-plan";
import { planInvoiceSchema } from "@/lib/domain/vpn/schema";
import { getBalance } from "@/lib/domain/wallet/queries";
import type { Person } from "@/tests/support/world";
import { paidInvoice } from "./paid-invoice";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;

beforeAll(async () => {
  world = await openVpnWorld();
  await world.server();
});
afterAll(() => world.close());

const available = async (person: Person) =>
  (await getBalance(world.deps, customerScope(person.actor))).availableMicros;

/** An invoice whose money is in the wallet already. */
const invoice = (person: Person, planId: string, over: Parameters<typeof paidInvoice>[3] = {}) =>
  paidInvoice(world, person, planId, over);

const refusalOf = async (id: string) =>
  (await world.deps.db.invoice.findUniqueOrThrow({ where: { id } })).planRefusal;

describe("a plan by invoice", () => {
  it("is bought once as soon as its money is there, however often that is told", async () => {
    const { deps } = world;
    const person = await world.person({ usd: 10 });
    const plan = await world.plan();
    const id = await invoice(person, plan.id);
    await Promise.all([buyByInvoice(deps, id), buyByInvoice(deps, id)]);
    expect(await buyByInvoice(deps, id)).toBe(true);
    const subscriptions = await deps.db.subscription.findMany({ where: { userId: person.actor.userId } });
    expect(subscriptions).toHaveLength(1);
    expect(await available(person)).toBe(5_000_000n);
    const asked = { id, planId: plan.id, subscriptionId: null };
    expect(await readInvoicePlan(deps, customerScope(person.actor), asked, "en")).toMatchObject({
      name: plan.name,
      isBought: true,
      subscriptionId: subscriptions[0]?.id,
    });
    const stranger = await world.person();
    expect(await readInvoicePlan(deps, customerScope(stranger.actor), asked, "en")).toMatchObject({
      isBought: false,
      subscriptionId: null,
    });
    const [purchase] = await deps.db.planPurchase.findMany({ where: { invoiceId: id } });
    expect(purchase).toMatchObject({ kind: "BUY", subscriptionId: subscriptions[0]?.id });

    const renewal = await invoice(person, plan.id, { subscriptionId: subscriptions[0]?.id ?? null });
    expect(await buyByInvoice(deps, renewal)).toBe(true);
    expect(await available(person)).toBe(0n);
    const renewed = await deps.db.subscription.findFirstOrThrow({ where: { userId: person.actor.userId } });
    expect(renewed.expiresAt.getTime() - renewed.startsAt.getTime()).toBe(60 * 86_400_000);
  });

  it("changes a plan for what its invoice was made out for, though time has gone on since", async () => {
    const { deps } = world;
    const person = await world.person({ usd: 20 });
    const [small, large] = [await world.plan(), await world.plan({ priceMicros: 9_000_000n })];
    await buyByInvoice(deps, await invoice(person, small.id));
    const { id } = await deps.db.subscription.findFirstOrThrow({ where: { userId: person.actor.userId } });
    // Half of what was paid was left when the invoice was made out, a little less when its money came.
    const dayMs = 86_400_000;
    const madeAt = new Date(deps.clock.now().getTime() - 3_600_000);
    const period = {
      startsAt: new Date(madeAt.getTime() - 15 * dayMs),
      endsAt: new Date(madeAt.getTime() + 15 * dayMs),
    };
    await deps.db.subscription.update({
      where: { id },
      data: { startsAt: period.startsAt, periodStartsAt: period.startsAt, expiresAt: period.endsAt },
    });
    const due = { subscriptionId: id, createdAt: madeAt, amountMicros: 6_500_000n };
    const greedy = await invoice(person, large.id, { ...due, amountMicros: 6_000_000n });
    expect(await buyByInvoice(deps, greedy)).toBe(false);
    expect(await refusalOf(greedy)).toBe("price_changed");
    const change = await invoice(person, large.id, due);
    expect(await buyByInvoice(deps, change)).toBe(true);
    expect(await available(person)).toBe(20_000_000n - 5_000_000n - 6_500_000n);
    const purchase = await deps.db.planPurchase.findFirstOrThrow({ where: { invoiceId: change } });
    expect(purchase).toMatchObject({ kind: "UPGRADE", creditMicros: 2_500_000n, subscriptionId: id });
    const asked = { id: change, planId: large.id, subscriptionId: id };
    expect(await readInvoicePlan(deps, customerScope(person.actor), asked, "en")).toMatchObject({
      isBought: true,
      subscriptionId: id,
    });
  });

  it("stays in the wallet and says why: late, in part, withdrawn or dearer meanwhile", async () => {
    const { deps } = world;
    const person = await world.person({ usd: 50 });
    const plan = await world.plan();
    const late = await invoice(person, plan.id, { status: "EXPIRED", exception: "PAID_LATE" });
    const part = await invoice(person, plan.id, { status: "EXPIRED", exception: "PAID_PARTIAL" });
    const pending = await invoice(person, plan.id, { status: "PENDING", exception: "PAID_PARTIAL" });
    for (const id of [late, part, pending]) expect(await buyByInvoice(deps, id)).toBe(false);
    expect(await Promise.all([late, part, pending].map(refusalOf))).toEqual([
      "paid_late",
      "paid_partial",
      null,
    ]);
    const dearer = await invoice(person, plan.id);
    await deps.db.plan.update({ where: { id: plan.id }, data: { priceMicros: 6_000_000n } });
    await buyByInvoice(deps, dearer);
    const gone = await invoice(person, plan.id);
    await deps.db.plan.update({ where: { id: plan.id }, data: { isActive: false } });
    await buyByInvoice(deps, gone);
    expect(await Promise.all([dearer, gone].map(refusalOf))).toEqual(["price_changed", "plan_withdrawn"]);
    expect(await available(person)).toBe(50_000_000n);
    expect(await deps.db.subscription.count({ where: { userId: person.actor.userId } })).toBe(0);
  });

  it("leaves invoices for other things alone", async () => {
    const person = await world.person({ usd: 10 });
    const plan = await world.plan();
    const id = await invoice(person, plan.id, { purpose: "TOP_UP", planId: null });
    expect(await buyByInvoice(world.deps, id)).toBe(false);
    expect(await refusalOf(id)).toBeNull();
  });

  it("of a way that starts above the price is made out for its least; the rest stays in the wallet", async () => {
    const { deps } = world;
    const person = await world.person();
    const plan = await world.plan({ priceMicros: 4_990_000n });
    const returns: string[] = [];
    const gateway = {
      name: "stripe",
      async startPayment({ returnUrl }: { returnUrl: string }) {
        returns.push(returnUrl);
        return { ok: true, externalId: randomUUID(), redirectUrl: "https://pay.example.com/1", pix: null };
      },
    } as unknown as PaymentGateway;
    const played = { ...deps, paymentGateways: { ...deps.paymentGateways, byName: () => gateway } };
    const asked = planInvoiceSchema.parse({ planId: plan.id, method: "CARD", key: randomUUID() });
    const started = await startPlanInvoice(played, person.actor, { ...asked, localePath: "/fa" });
    if (!started.ok) throw new Error(started.reason);
    expect(returns).toEqual([`${deps.publicOrigin}/fa/wallet/invoices/${started.invoiceId}`]);
    const made = await deps.db.invoice.findUniqueOrThrow({ where: { id: started.invoiceId } });
    expect(made).toMatchObject({ amountMicros: 5_000_000n, planDueMicros: 4_990_000n });
    const wallet = await world.person({ usd: 5 });
    const paid = await invoice(wallet, plan.id, { planDueMicros: 4_990_000n });
    expect(await buyByInvoice(deps, paid)).toBe(true);
    expect(await available(wallet)).toBe(10_000n);
    const dearer = await invoice(await world.person({ usd: 5 }), plan.id, { planDueMicros: 4_980_000n });
    await buyByInvoice(deps, dearer);
    expect(await refusalOf(dearer)).toBe("price_changed");
    const cheap = await world.plan({ priceMicros: 3_000_000n });
    const small = planInvoiceSchema.parse({ planId: cheap.id, method: "CARD", key: randomUUID() });
    expect(await startPlanInvoice(played, person.actor, small)).toMatchObject({ reason: "amount_too_small" });
  });

  it("is not begun for a plan that nobody sells", async () => {
    const { actor } = await world.person();
    const plan = await world.plan({ isActive: false });
    const input = planInvoiceSchema.parse({ planId: plan.id, method: "CARD", key: randomUUID() });
    expect(await startPlanInvoice(world.deps, actor, input)).toMatchObject({ reason: "plan_withdrawn" });
  });
});
