import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Plan } from "@/lib/db/generated/client";
import { customerScope } from "@/lib/domain/kernel/actor";
import { moveClock } from "@/lib/domain/kernel/business-time";
import { buyByInvoice } from "@/lib/domain/vpn/commands/buy-by-invoice";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { renewDueSubscriptions } from "@/lib/domain/vpn/commands/renew-due-subscriptions";
import { renewSubscription } from "@/lib/domain/vpn/commands/renew-subscription";
import { savePlan, setPlanActive } from "@/lib/domain/vpn/commands/save-plan";
import { readSubscriptionOffer } from "@/lib/domain/vpn/queries/subscription-offer";
import { savePlanSchema } from "@/lib/domain/vpn/schema";
import { getBalance } from "@/lib/domain/wallet/queries";
import type { Person } from "@/tests/support/world";
import { paidInvoice } from "./paid-invoice";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

const GB = 1024n ** 3n;
let world: VpnWorld;
let admin: Person;

beforeAll(async () => {
  world = await openVpnWorld();
  admin = await world.person({ role: "ADMIN" });
  await world.server();
});
afterAll(() => world.close());

const planRow = (id: string) => world.deps.db.plan.findUniqueOrThrow({ where: { id } });

/** Saves a plan as its form would after one field was changed. */
async function edit(planId: string, over: { trafficGb?: number; price?: string }) {
  const plan: Plan = await planRow(planId);
  const form = {
    tier: plan.tier,
    name: plan.name,
    nameFa: plan.nameFa,
    namePt: plan.namePt,
    price: "5.00",
    priceToman: "",
    durationDays: plan.durationDays,
    trafficGb: 60,
    maxDevices: plan.maxDevices,
    protocols: plan.protocols,
    countryCodes: [],
    isTrial: false,
    isActive: plan.isActive,
    ...over,
  };
  const saved = await savePlan(
    world.deps,
    admin.actor,
    savePlanSchema.parse({ planId, version: plan.version, plan: form }),
  );
  if (!saved.ok) throw new Error(saved.reason);
  return saved;
}

const sold = () => world.plan({ trafficBytes: 60n * GB });
const subscriptionOf = ({ actor }: Person) =>
  world.deps.db.subscription.findFirst({ where: { userId: actor.userId } });
const available = async ({ actor }: Person) =>
  (await getBalance(world.deps, customerScope(actor))).availableMicros;

async function outcome(person: Person, invoiceId: string) {
  const bought = await buyByInvoice(world.deps, invoiceId);
  const { planRefusal } = await world.deps.db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
  return [bought, planRefusal, await available(person)];
}

describe("the terms of a plan", () => {
  it("never change under an open invoice, though nobody has bought them yet", async () => {
    const person = await world.person({ usd: 5 });
    const plan = await sold();
    await setPlanActive(world.deps, admin.actor, { planId: plan.id, isActive: false });
    const invoice = await paidInvoice(world, person, plan.id, { status: "PENDING", paidAt: null });
    const saved = await edit(plan.id, { trafficGb: 50 });
    expect(saved).toMatchObject({ isNewRevision: true, revision: 2 });
    expect((await planRow(plan.id)).trafficBytes).toBe(60n * GB);
    await setPlanActive(world.deps, admin.actor, { planId: saved.planId, isActive: true });
    await world.deps.db.invoice.update({
      where: { id: invoice },
      data: { status: "PAID", paidAt: new Date() },
    });
    expect(await outcome(person, invoice)).toEqual([false, "plan_changed", 5_000_000n]);
    expect(await subscriptionOf(person)).toBeNull();
  });

  it("never change under an open page: the version that it shows is refused", async () => {
    const person = await world.person({ usd: 10 });
    const plan = await sold();
    const saved = await edit(plan.id, { trafficGb: 50 });
    expect(saved.isNewRevision).toBe(true);
    const buy = (planId: string) =>
      buyPlan(
        world.deps,
        person.actor,
        { userId: person.actor.userId },
        { planId, key: randomUUID(), isAutoRenew: false },
      );
    expect(await buy(plan.id)).toMatchObject({ reason: "plan_changed" });
    expect(await available(person)).toBe(10_000_000n);
    expect(await buy(saved.planId)).toMatchObject({ ok: true });
    expect((await subscriptionOf(person))?.trafficBytes).toBe(50n * GB);
  });

  it("are edited in their row while they were promised to nobody", async () => {
    const plan = await sold();
    await setPlanActive(world.deps, admin.actor, { planId: plan.id, isActive: false });
    expect(await edit(plan.id, { trafficGb: 50 })).toMatchObject({ planId: plan.id, isNewRevision: false });
    expect((await planRow(plan.id)).trafficBytes).toBe(50n * GB);
  });

  it("of smaller plans are counted for whoever cannot change down", async () => {
    const person = await world.person({ usd: 5 });
    const plan = await sold();
    await buyByInvoice(world.deps, await paidInvoice(world, person, plan.id));
    const { id = "" } = (await subscriptionOf(person)) ?? {};
    const before = await readSubscriptionOffer(world.deps, customerScope(person.actor), id, "en");
    const cheap = await world.plan({ priceMicros: 1_000_000n });
    const offer = await readSubscriptionOffer(world.deps, customerScope(person.actor), id, "en");
    expect(offer?.smaller).toBe((before?.smaller ?? 0) + 1);
    expect(offer?.upgrades.some(({ planId }) => planId === cheap.id)).toBe(false);
  });

  it("of a renewal by itself are those that were announced, cheaper ones where they are sold meanwhile", async () => {
    const { deps } = world;
    const renewal = async (price: string) => {
      const person = await world.person({ usd: 30 });
      const plan = await sold();
      const bought = await buyPlan(
        deps,
        person.actor,
        { userId: person.actor.userId },
        { planId: plan.id, key: randomUUID(), isAutoRenew: true },
      );
      if (!bought.ok) throw new Error(bought.reason);
      await moveClock(deps, 28 * 86_400);
      await renewDueSubscriptions(deps);
      const other = await edit(plan.id, { price });
      await moveClock(deps, 2 * 86_400 - 3_600);
      await renewDueSubscriptions(deps);
      return { plan, other, stored: await subscriptionOf(person), available: await available(person) };
    };
    const dearer = await renewal("9.00");
    expect(dearer.stored).toMatchObject({
      planId: dearer.plan.id,
      renewalPlanId: null,
      renewalFailure: null,
    });
    expect(dearer.available).toBe(20_000_000n);
    const cheaper = await renewal("4.00");
    expect(cheaper.stored).toMatchObject({ planId: cheaper.other.planId, paidMicros: 9_000_000n });
    expect(cheaper.available).toBe(21_000_000n);
  });

  it("that a renewal announced stay in their row, though nobody bought them", async () => {
    const { deps } = world;
    const person = await world.person({ usd: 30 });
    const first = await sold();
    await buyPlan(
      deps,
      person.actor,
      { userId: person.actor.userId },
      { planId: first.id, key: randomUUID(), isAutoRenew: true },
    );
    const announced = await edit(first.id, { price: "6.00" });
    await moveClock(deps, 28 * 86_400);
    await renewDueSubscriptions(deps);
    await setPlanActive(deps, admin.actor, { planId: announced.planId, isActive: false });
    expect(await edit(announced.planId, { price: "9.00" })).toMatchObject({ isNewRevision: true });
    await renewDueSubscriptions(deps);
    expect(await available(person)).toBe(25_000_000n);
  });

  it("of a renewal are those that were shown, by invoice as from the wallet", async () => {
    const { deps } = world;
    const person = await world.person({ usd: 30 });
    const plan = await sold();
    await buyByInvoice(deps, await paidInvoice(world, person, plan.id));
    const subscription = await subscriptionOf(person);
    const subscriptionId = subscription?.id ?? "";
    const invoice = await paidInvoice(world, person, plan.id, { subscriptionId });
    const dearer = await edit(plan.id, { price: "9.00" });
    // The wallet holds enough for the new price, which nobody agreed to.
    expect(await outcome(person, invoice)).toEqual([false, "plan_changed", 25_000_000n]);
    const renew = (planId: string) =>
      renewSubscription(
        deps,
        person.actor,
        { userId: person.actor.userId },
        { subscriptionId, planId, key: randomUUID() },
      );
    expect(await renew(plan.id)).toMatchObject({ reason: "plan_changed" });
    const offer = await readSubscriptionOffer(deps, customerScope(person.actor), subscriptionId, "en");
    expect(offer?.renewal).toMatchObject({ planId: dearer.planId, price: "9.00", isOtherTerms: true });
    expect(await renew(dearer.planId)).toMatchObject({ ok: true });
    expect(await available(person)).toBe(16_000_000n);
  });
});
