import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customerScope } from "@/lib/domain/kernel/actor";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { cancelSubscription } from "@/lib/domain/vpn/commands/cancel-subscription";
import { endDueSubscriptions } from "@/lib/domain/vpn/commands/end-due-subscriptions";
import { renewDueSubscriptions } from "@/lib/domain/vpn/commands/renew-due-subscriptions";
import { renewSubscription } from "@/lib/domain/vpn/commands/renew-subscription";
import { rotateLink } from "@/lib/domain/vpn/commands/rotate-link";
import { switchAutoRenewal } from "@/lib/domain/vpn/commands/switch-auto-renewal";
import { tellDuePanels } from "@/lib/domain/vpn/commands/tell-due-panels";
import { upgradePlan } from "@/lib/domain/vpn/commands/upgrade-plan";
import { getOwnSubscription } from "@/lib/domain/vpn/queries/subscription-detail";
import { checkLedger, getBalance } from "@/lib/domain/wallet/queries";
import { passTime } from "@/tests/support/pass-time";
import type { Person } from "@/tests/support/world";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;
const key = () => `key-${randomUUID()}`;

beforeAll(async () => {
  world = await openVpnWorld();
  await world.server();
});
afterAll(() => world.close());

async function buy(person: Person, planId: string, isAutoRenew = false) {
  const bought = await buyPlan(
    world.deps,
    person.actor,
    { userId: person.actor.userId },
    { planId, key: key(), isAutoRenew },
  );
  if (!bought.ok) throw new Error(`not bought: ${bought.reason}`);
  return world.deps.db.subscription.findUniqueOrThrow({ where: { id: bought.subscriptionId } });
}

const available = async (person: Person) =>
  (await getBalance(world.deps, customerScope(person.actor))).availableMicros;

describe("a plan from the wallet", () => {
  it("is paid once, gets a link, a seat and a credential, and the panel hears of it", async () => {
    const { deps, panel } = world;
    const person = await world.person({ usd: 20 });
    const plan = await world.plan();
    const input = { planId: plan.id, key: key(), isAutoRenew: false };
    const owner = { userId: person.actor.userId };
    const both = await Promise.all([
      buyPlan(deps, person.actor, owner, input),
      buyPlan(deps, person.actor, owner, input),
    ]);
    expect(both.map((one) => one.ok)).toEqual([true, true]);
    expect(await deps.db.subscription.count({ where: owner })).toBe(1);
    expect(await available(person)).toBe(15_000_000n);
    const subscription = await deps.db.subscription.findFirstOrThrow({
      where: owner,
      include: { configs: true, credentials: true },
    });
    expect(subscription.tokenHash).toHaveLength(32);
    expect(subscription.configs.map(({ protocol }) => protocol).toSorted()).toEqual(["VLESS", "WIREGUARD"]);
    expect(subscription.expiresAt.getTime() - subscription.startsAt.getTime()).toBe(30 * 86_400_000);

    await tellDuePanels(deps);
    const account = panel.accounts.get(`sub_${subscription.number}`);
    expect(account).toMatchObject({ isActive: true, remainingBytes: 1_000_000n, maxDevices: 3 });
    expect(account?.credential.wireguard?.addresses[0]).toMatch(/^10\.66\.0\.\d+\/32$/);
    const [credential] = await deps.db.subscriptionCredential.findMany({
      where: { subscriptionId: subscription.id },
    });
    expect(credential).toMatchObject({ actualState: "ACTIVE", actualVersion: 1, lastErrorCode: null });
    expect(Buffer.from(credential?.ciphertext ?? []).toString()).not.toContain(account?.credential.uuid);
  });

  it("is refused in words without money, without room, when it costs more, and when it is gone", async () => {
    const { deps } = world;
    const owner = await world.person({ usd: 1 });
    const plan = await world.plan();
    const attempt = (over: object, planId = plan.id) =>
      buyPlan(
        deps,
        owner.actor,
        { userId: owner.actor.userId },
        { planId, key: key(), isAutoRenew: false, ...over },
      );
    expect(await attempt({})).toMatchObject({
      reason: "insufficient_funds",
      details: { missingMicros: "4000000" },
    });
    expect(await attempt({ expectedPriceMicros: 4_000_000n })).toMatchObject({ reason: "price_changed" });
    const nowhere = await world.plan({ countryCodes: ["JP"] });
    expect(await attempt({}, nowhere.id)).toMatchObject({ reason: "no_vpn_capacity" });
    const gone = await world.plan({ isActive: false });
    expect(await attempt({}, gone.id)).toMatchObject({ reason: "plan_withdrawn" });
    expect(await available(owner)).toBe(1_000_000n);
    expect(await deps.db.subscription.count({ where: { userId: owner.actor.userId } })).toBe(0);
  });

  it("a trial is once per person, also for two at the same moment", async () => {
    const { deps } = world;
    const person = await world.person();
    const trial = await world.plan({ isTrial: true, priceMicros: 0n, durationDays: 1 });
    const start = () =>
      buyPlan(
        deps,
        person.actor,
        { userId: person.actor.userId },
        { planId: trial.id, key: key(), isAutoRenew: false },
      );
    const all = await Promise.all([start(), start(), start()]);
    expect(all.filter((one) => one.ok)).toHaveLength(1);
    expect(all.flatMap((one) => (one.ok ? [] : [one.reason]))).toEqual(["trial_used", "trial_used"]);
  });

  it("the last seat is sold once", async () => {
    const { deps } = world;
    await world.server({ countryCode: "NL", maxUsers: 1 });
    const plan = await world.plan({ countryCodes: ["NL"], priceMicros: 1_000_000n });
    const people = await Promise.all([1, 2, 3].map(() => world.person({ usd: 5 })));
    const all = await Promise.all(
      people.map(({ actor }) =>
        buyPlan(deps, actor, { userId: actor.userId }, { planId: plan.id, key: key(), isAutoRenew: false }),
      ),
    );
    expect(all.filter((one) => one.ok)).toHaveLength(1);
    expect(await Promise.all(people.map(available))).toEqual(
      expect.arrayContaining([5_000_000n, 5_000_000n, 4_000_000n]),
    );
  });
});

describe("the life of a subscription", () => {
  it("renewal adds days and traffic to what runs, and revives what has ended with the same link", async () => {
    const { deps, panel } = world;
    const person = await world.person({ usd: 20 });
    const plan = await world.plan();
    const first = await buy(person, plan.id);
    const renew = () =>
      renewSubscription(
        deps,
        person.actor,
        { userId: person.actor.userId },
        { subscriptionId: first.id, key: key() },
      );
    expect(await renew()).toMatchObject({ ok: true });
    const second = await deps.db.subscription.findUniqueOrThrow({ where: { id: first.id } });
    expect(second.expiresAt.getTime() - first.expiresAt.getTime()).toBe(30 * 86_400_000);
    expect(second.trafficBytes).toBe(2_000_000n);

    await passTime(deps, 61 * 86_400);
    await endDueSubscriptions(deps);
    await tellDuePanels(deps);
    expect(panel.accounts.get(`sub_${first.number}`)?.isActive).toBe(false);
    expect(panel.cut).toContain(`sub_${first.number}`);
    expect(await deps.db.subscription.findUnique({ where: { id: first.id } })).toMatchObject({
      status: "EXPIRED",
    });

    expect(await renew()).toMatchObject({ ok: true });
    await tellDuePanels(deps);
    const third = await deps.db.subscription.findUniqueOrThrow({ where: { id: first.id } });
    expect(third).toMatchObject({ status: "ACTIVE", trafficBytes: 1_000_000n });
    expect(third.tokenHash).toEqual(first.tokenHash);
    expect(panel.accounts.get(`sub_${first.number}`)?.isActive).toBe(true);
    expect(await available(person)).toBe(5_000_000n);
  });

  it("renews by itself once, after a notice; without money it says why, once, and tries until the end", async () => {
    const { deps } = world;
    const rich = await world.person({ usd: 10 });
    const poor = await world.person({ usd: 5 });
    const plan = await world.plan({ durationDays: 10 });
    const [ofRich, ofPoor] = [await buy(rich, plan.id, true), await buy(poor, plan.id, true)];
    await passTime(deps, 8 * 86_400);
    await renewDueSubscriptions(deps);
    await renewDueSubscriptions(deps);
    const notices = (id: string, kind: string) =>
      deps.db.outboxEvent.count({ where: { kind, payload: { path: ["subscriptionId"], equals: id } } });
    expect(await notices(ofRich.id, "subscription.renewal_due")).toBe(1);
    expect(await available(rich)).toBe(5_000_000n);
    await passTime(deps, 2 * 86_400 - 3600);
    await renewDueSubscriptions(deps);
    await renewDueSubscriptions(deps);
    expect(await available(rich)).toBe(0n);
    expect(await notices(ofRich.id, "subscription.renewed")).toBe(1);
    expect(await notices(ofPoor.id, "subscription.renewal_failed")).toBe(1);
    expect(await deps.db.subscription.findUnique({ where: { id: ofPoor.id } })).toMatchObject({
      renewalFailure: "insufficient_funds",
    });
  });

  it("renews by itself also when nothing ran until long after the end; what cannot be is told before it ends", async () => {
    const { deps } = world;
    const rich = await world.person({ usd: 10 });
    const poor = await world.person({ usd: 5 });
    const plan = await world.plan({ durationDays: 10 });
    const [ofRich, ofPoor] = [await buy(rich, plan.id, true), await buy(poor, plan.id, true)];
    await passTime(deps, 13 * 86_400);
    await Promise.all([endDueSubscriptions(deps), endDueSubscriptions(deps)]);
    const stored = (id: string) => deps.db.subscription.findUniqueOrThrow({ where: { id } });
    expect(await available(rich)).toBe(0n);
    const renewed = await stored(ofRich.id);
    expect(renewed).toMatchObject({ status: "ACTIVE", renewalFailure: null });
    expect(renewed.expiresAt.getTime()).toBeGreaterThan(deps.clock.now().getTime() + 9 * 86_400_000);
    expect(await stored(ofPoor.id)).toMatchObject({
      status: "EXPIRED",
      renewalFailure: "insufficient_funds",
    });
    const kinds = await deps.db.outboxEvent.findMany({
      where: { payload: { path: ["subscriptionId"], equals: ofPoor.id } },
      orderBy: { id: "asc" },
    });
    expect(kinds.map(({ kind }) => kind).slice(-2)).toEqual([
      "subscription.renewal_failed",
      "subscription.ended",
    ]);
    await endDueSubscriptions(deps);
    expect((await stored(ofRich.id)).expiresAt).toEqual(renewed.expiresAt);
  });

  it("an upgrade takes off what is left, and keeps the link", async () => {
    const { deps } = world;
    const person = await world.person({ usd: 30 });
    const small = await world.plan({ priceMicros: 6_000_000n });
    const large = await world.plan({ priceMicros: 20_000_000n, tier: "max" });
    const subscription = await buy(person, small.id);
    await passTime(deps, 15 * 86_400);
    const upgraded = await upgradePlan(
      deps,
      person.actor,
      { userId: person.actor.userId },
      {
        subscriptionId: subscription.id,
        planId: large.id,
        key: key(),
      },
    );
    expect(upgraded).toMatchObject({ ok: true });
    if (!upgraded.ok) return;
    // Half of six dollars, to the cent, by whatever the test took.
    expect(upgraded.creditMicros).toBeGreaterThan(2_980_000n);
    expect(upgraded.creditMicros).toBeLessThanOrEqual(3_000_000n);
    expect(await available(person)).toBe(4_000_000n + upgraded.creditMicros);
    const after = await deps.db.subscription.findUniqueOrThrow({ where: { id: subscription.id } });
    expect(after.tokenHash).toEqual(subscription.tokenHash);
    const back = await upgradePlan(
      deps,
      person.actor,
      { userId: person.actor.userId },
      {
        subscriptionId: subscription.id,
        planId: small.id,
        key: key(),
      },
    );
    expect(back).toMatchObject({ reason: "upgrade_too_cheap" });
  });

  it("a canceled one frees its seat, leaves the panel and its tunnel address", async () => {
    const { deps, panel } = world;
    const server = await world.server({ countryCode: "FR", maxUsers: 1 });
    const plan = await world.plan({ countryCodes: ["FR"] });
    const person = await world.person({ usd: 10 });
    const subscription = await buy(person, plan.id);
    await tellDuePanels(deps);
    const stranger = await world.person();
    const cancel = (who: Person) => cancelSubscription(deps, who.actor, who.actor.userId, subscription.id);
    expect(await cancel(stranger)).toMatchObject({ reason: "not_found" });
    const canceledAt = async () =>
      (await getOwnSubscription(deps, customerScope(person.actor), subscription.id, "en"))?.canceledAt;
    expect(await canceledAt()).toBeNull();
    expect(await cancel(person)).toEqual({ ok: true });
    const at = await canceledAt();
    expect(Date.parse(at ?? "")).toBeLessThanOrEqual(deps.clock.now().getTime());
    expect(await cancel(person)).toEqual({ ok: true });
    expect(await canceledAt()).toBe(at);
    await tellDuePanels(deps);
    expect(panel.accounts.has(`sub_${subscription.number}`)).toBe(false);
    expect(await deps.db.vpnServer.findUnique({ where: { id: server.id } })).toMatchObject({
      currentUsers: 0,
    });
    expect(
      await deps.db.subscriptionCredential.findFirst({ where: { subscriptionId: subscription.id } }),
    ).toMatchObject({ actualState: "ABSENT", tunnelAddress: null });
    expect(
      await switchAutoRenewal(deps, person.actor, person.actor.userId, {
        subscriptionId: subscription.id,
        isOn: true,
      }),
    ).toMatchObject({ reason: "subscription_over" });
  });

  it("a new link leaves the old one a day; after a leak it ends at once, with new keys", async () => {
    const { deps, panel } = world;
    const person = await world.person({ usd: 10 });
    const subscription = await buy(person, (await world.plan()).id);
    await tellDuePanels(deps);
    const uuid = () => panel.accounts.get(`sub_${subscription.number}`)?.credential.uuid;
    const before = uuid();
    const rotate = (leaked: boolean) =>
      rotateLink(deps, person.actor, person.actor.userId, { subscriptionId: subscription.id, leaked });
    expect(await rotate(false)).toEqual({ ok: true });
    const once = await deps.db.subscription.findUniqueOrThrow({ where: { id: subscription.id } });
    expect(once.oldTokenHash).toEqual(subscription.tokenHash);
    await tellDuePanels(deps);
    expect(uuid()).toBe(before);
    expect(await rotate(true)).toEqual({ ok: true });
    const twice = await deps.db.subscription.findUniqueOrThrow({ where: { id: subscription.id } });
    expect(twice.oldTokenHash).toBeNull();
    await tellDuePanels(deps);
    expect(uuid()).not.toBe(before);
  });

  it("a panel that fails keeps the row due, and rests after failing again and again", async () => {
    const { deps, panel, panelId } = world;
    const person = await world.person({ usd: 10 });
    const subscription = await buy(person, (await world.plan()).id);
    panel.failure = { kind: "unreachable", text: "connection refused" };
    const due = () =>
      deps.db.subscriptionCredential.updateMany({
        where: { subscriptionId: subscription.id },
        data: { nextAttemptAt: new Date(0) },
      });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await due();
      await tellDuePanels(deps);
    }
    expect(await deps.db.vpnPanel.findUnique({ where: { id: panelId } })).toMatchObject({ failuresInRow: 5 });
    const { calls } = panel;
    await due();
    await tellDuePanels(deps);
    expect(panel.calls).toBe(calls);
    panel.failure = null;
    await deps.db.vpnPanel.update({ where: { id: panelId }, data: { openUntil: null } });
    await tellDuePanels(deps);
    expect(panel.accounts.has(`sub_${subscription.number}`)).toBe(true);
    expect(await deps.db.vpnPanel.findUnique({ where: { id: panelId } })).toMatchObject({ failuresInRow: 0 });
  });

  it("the books balance after all of it", async () => {
    expect(await checkLedger(world.deps)).toEqual({ ok: true, problems: [] });
  });
});
