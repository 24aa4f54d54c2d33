import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bookUsage } from "@/lib/domain/vpn/commands/book-usage";
import { cancelSubscription } from "@/lib/domain/vpn/commands/cancel-subscription";
import { extendSubscription } from "@/lib/domain/vpn/commands/extend-subscription";
import { renewSubscription } from "@/lib/domain/vpn/commands/renew-subscription";
import { revokeSubscription } from "@/lib/domain/vpn/commands/revoke-subscription";
import { rotateLink } from "@/lib/domain/vpn/commands/rotate-link";
import { resumeSubscription, suspendSubscription } from "@/lib/domain/vpn/commands/suspend-subscription";
import { passTime } from "@/tests/support/pass-time";
import { type NewsWorld, openNewsWorld } from "./news-world";

const DAY = 86_400;

let world: NewsWorld;

beforeAll(async () => {
  world = await openNewsWorld();
});
afterAll(() => world.close());
beforeEach(() => world.begin());

describe("automatic renewal", () => {
  it("is announced three days before with what is missing, and told when it is done or fails, once each", async () => {
    const rich = await world.person({ usd: 20 });
    const poor = await world.person({ usd: 7 });
    await world.deps.db.user.update({ where: { id: poor.actor.userId }, data: { locale: "fa" } });
    const plan = await world.plan({ durationDays: 30 });
    const [ofRich, ofPoor] = [await world.buy(rich, plan.id, true), await world.buy(poor, plan.id, true)];
    await passTime(world.deps, 26 * DAY);
    expect([await world.kindsOf(rich), await world.kindsOf(poor)]).toEqual([[], []]);

    await passTime(world.deps, 1.5 * DAY);
    const due = {
      amountMicros: "5000000",
      until: ofRich.expiresAt.toISOString(),
      plan: "Plus",
      planFa: "پلاس",
    };
    expect(await world.newsOf(rich)).toMatchObject([
      {
        kind: "vpnRenewalDue",
        params: { ...due, missingMicros: "0", number: String(ofRich.number) },
        href: `/vpn/subscriptions/${ofRich.id}`,
      },
    ]);
    expect(await world.newsOf(poor)).toMatchObject([
      { kind: "vpnRenewalDue", params: { missingMicros: "3000000" } },
    ]);
    const [letter] = world.sent.filter(({ to }) => to === `${poor.actor.username}@example.test`);
    expect(letter?.subject).toContain("کم دارد");
    expect(letter).toMatchObject({ locale: "fa" });
    expect(letter?.text).toContain("پلاس");
    expect(letter?.text).toContain(`http://localhost:3000/fa/vpn/subscriptions/${ofPoor.id}`);

    await passTime(world.deps, 2.4 * DAY);
    const [, renewed] = await world.newsOf(rich);
    const until = new Date(ofRich.expiresAt.getTime() + 30 * DAY * 1000).toISOString();
    expect(renewed).toMatchObject({ kind: "vpnRenewed", params: { amountMicros: "5000000", until } });
    expect(world.subjectsTo(rich)).toEqual([
      `Subscription ${ofRich.number} renews soon`,
      `Subscription ${ofRich.number} renewed by itself`,
    ]);
    expect((await world.newsOf(poor))[1]).toMatchObject({
      kind: "vpnRenewalFailed",
      params: { reason: "insufficient_funds", amountMicros: "5000000" },
    });

    await passTime(world.deps, 0.12 * DAY);
    expect((await world.kindsOf(poor)).slice(2)).toEqual(["vpnTimeOver"]);
    await passTime(world.deps, 0.5 * DAY);
    expect((await world.kindsOf(poor)).slice(3)).toEqual(["vpnEnded"]);
    expect(await world.kindsOf(rich)).toHaveLength(2);
  });

  it("by hand is no news to who does it, and mails of payments can be off", async () => {
    const person = await world.person({ usd: 20 });
    await world.choose(person, { areMoneyMailsOn: false });
    const plan = await world.plan();
    const { id } = await world.buy(person, plan.id, true);
    const renewal = { subscriptionId: id, key: `key-${randomUUID()}` };
    await renewSubscription(world.deps, person.actor, { userId: person.actor.userId }, renewal);
    expect(await world.kindsOf(person)).toEqual([]);
    await passTime(world.deps, 58 * DAY);
    expect(await world.kindsOf(person)).toEqual(["vpnRenewalDue"]);
    expect(world.subjectsTo(person)).toEqual([]);
  });
});

describe("the end of what does not renew by itself", () => {
  it("is told three days and one day before, when the grace begins and when it is over", async () => {
    const person = await world.person({ usd: 10 });
    await world.choose(person, { timeZone: "Asia/Tehran" });
    const { number, expiresAt } = await world.buy(person, (await world.plan()).id);
    await passTime(world.deps, 26.9 * DAY);
    expect(await world.kindsOf(person)).toEqual([]);
    await passTime(world.deps, 0.2 * DAY);
    expect(await world.kindsOf(person)).toEqual(["vpnEndsSoon"]);
    const tehran = new Intl.DateTimeFormat("en", {
      timeZone: "Asia/Tehran",
      hour: "2-digit",
      hourCycle: "h23",
      minute: "2-digit",
    });
    expect(world.sent.at(-1)?.text).toContain(tehran.format(expiresAt));
    await passTime(world.deps, 2 * DAY);
    expect(await world.kindsOf(person)).toEqual(["vpnEndsSoon", "vpnEndsSoon"]);
    await passTime(world.deps, 0.92 * DAY);
    expect((await world.newsOf(person)).slice(2)).toMatchObject([
      {
        kind: "vpnTimeOver",
        params: { graceUntil: new Date(expiresAt.getTime() + 3_600_000).toISOString() },
      },
    ]);
    await passTime(world.deps, 3_700);
    expect((await world.kindsOf(person)).slice(3)).toEqual(["vpnEnded"]);
    expect(world.subjectsTo(person)).toEqual([
      `Subscription ${number} ends soon`,
      `Subscription ${number} ends soon`,
      `The time of subscription ${number} is over`,
    ]);
  });

  it("is not told of beforehand where the whole period is hardly longer, and again for the next end", async () => {
    const person = await world.person({ usd: 10 });
    const short = await world.buy(person, (await world.plan({ durationDays: 2 })).id);
    await passTime(world.deps, 1.5 * DAY);
    expect(await world.kindsOf(person)).toEqual([]);
    const given = { subscriptionId: short.id, days: 10, trafficGb: 0, reason: "of the test" };
    expect(await extendSubscription(world.deps, world.admin, given)).toMatchObject({ ok: true });
    expect(await world.kindsOf(person)).toEqual(["vpnExtended"]);
    await passTime(world.deps, 9.6 * DAY);
    expect((await world.kindsOf(person)).slice(1)).toEqual(["vpnEndsSoon"]);
  });
});

describe("traffic", () => {
  it("is told at 80, 95 and 100 per cent, once each, by mail from 95 on; then no grace is promised", async () => {
    const { deps, panelId, serverId } = world;
    const person = await world.person({ usd: 10 });
    const { number } = await world.buy(person, (await world.plan()).id);
    let bytes = 0n;
    const use = async (more: bigint) => {
      bytes += more;
      const reading = { username: `sub_${number}`, uploadBytes: 0n, downloadBytes: bytes };
      await bookUsage(deps, { panelId, serverId }, { epoch: "1", readings: [reading] });
    };
    await use(810_000n);
    await use(10_000n);
    expect(await world.newsOf(person)).toMatchObject([{ kind: "vpnTrafficLow", params: { percent: "80" } }]);
    await use(140_000n);
    await use(100_000n);
    expect((await world.newsOf(person)).map(({ kind, params }) => params.percent ?? kind)).toEqual([
      "80",
      "95",
      "vpnTrafficUsedUp",
    ]);
    expect(world.subjectsTo(person)).toEqual([
      `The traffic of subscription ${number} is nearly used up`,
      `The traffic of subscription ${number} is used up`,
    ]);
    await passTime(deps, 30.01 * DAY);
    expect(await world.kindsOf(person)).not.toContain("vpnTimeOver");
  });
});

describe("what staff and the owner do", () => {
  it("a pause, its end and an end for good are mailed whatever was chosen; one's own end is no news", async () => {
    const { deps } = world;
    const person = await world.person({ usd: 10 });
    await world.choose(person, { areMoneyMailsOn: false });
    const plan = await world.plan();
    const [first, second] = [await world.buy(person, plan.id), await world.buy(person, plan.id)];
    const decision = { subscriptionId: first.id, reason: "a secret of the staff" };
    await suspendSubscription(deps, world.admin, decision);
    await suspendSubscription(deps, world.admin, decision);
    await resumeSubscription(deps, world.admin, decision);
    await revokeSubscription(deps, world.admin, decision);
    await cancelSubscription(deps, person.actor, person.actor.userId, second.id);
    const news = await world.newsOf(person);
    expect(news.map(({ kind }) => kind)).toEqual(["vpnSuspended", "vpnResumed", "vpnRevoked"]);
    expect(JSON.stringify([news, world.sent])).not.toContain("a secret of the staff");
    expect(world.subjectsTo(person)).toEqual([
      `Subscription ${first.number} is paused`,
      `Subscription ${first.number} is open again`,
      `Subscription ${first.number} was ended by the shop`,
    ]);
  });

  it("a new link is told with how long the old one answers", async () => {
    const person = await world.person({ usd: 10 });
    const { id } = await world.buy(person, (await world.plan()).id);
    const rotate = (leaked: boolean) =>
      rotateLink(world.deps, person.actor, person.actor.userId, { subscriptionId: id, leaked });
    await rotate(false);
    expect((await world.newsOf(person))[0]?.params.oldUntil).toMatch(/^\d{4}-/);
    await rotate(true);
    expect((await world.newsOf(person))[1]).toMatchObject({ kind: "vpnNewLink", params: { oldUntil: "" } });
    expect(world.sent.at(-1)?.text).toContain("The old one has stopped");
  });
});

describe("an invoice of a plan", () => {
  it("tells that it bought or renewed the plan, with the way to the subscription, and not that money came", async () => {
    const person = await world.person({ usd: 10 });
    const plan = await world.plan();
    const { number } = await world.paid(person, plan.id);
    const [bought, ...more] = await world.newsOf(person);
    const { id, expiresAt } = await world.deps.db.subscription.findFirstOrThrow({
      where: { userId: person.actor.userId },
    });
    expect(more).toEqual([]);
    expect(bought).toMatchObject({
      kind: "vpnBought",
      params: { invoice: String(number), purchase: "BUY", plan: "Plus", until: expiresAt.toISOString() },
      href: `/vpn/subscriptions/${id}`,
    });
    await world.paid(person, plan.id, { subscriptionId: id });
    expect((await world.newsOf(person)).slice(1)).toMatchObject([
      { kind: "vpnBought", params: { purchase: "RENEW" } },
    ]);
    expect(world.subjectsTo(person)[0]).toBe("Plus is yours");
    expect(world.subjectsTo(person)).toHaveLength(2);
  });

  it("tells why it bought none, once, and where the money is", async () => {
    const person = await world.person({ usd: 10 });
    const plan = await world.plan();
    const late = await world.paid(person, plan.id, { status: "EXPIRED", exception: "PAID_LATE" });
    expect(await world.newsOf(person)).toMatchObject([
      {
        kind: "vpnNotBought",
        params: { reason: "paid_late", amountMicros: "5000000", invoice: String(late.number) },
        href: `/wallet/invoices/${late.id}`,
      },
    ]);
    expect(world.subjectsTo(person)).toEqual([`Invoice ${late.number} bought no plan`]);
    expect(world.sent[0]?.text).toContain("$5.00 went into your wallet");
  });

  it("says what of the least of a way of paying stays in the wallet", async () => {
    const person = await world.person({ usd: 10 });
    const { id } = await world.plan();
    await world.paid(person, id, { amountMicros: 6_000_000n, planDueMicros: 5_000_000n });
    expect(await world.newsOf(person)).toMatchObject([
      { kind: "vpnBought", params: { keptMicros: "1000000" } },
    ]);
    expect(world.sent.find(({ subject }) => subject === "Plus is yours")?.text).toContain("$1.00");
  });

  it("tells of what came too much beside the plan", async () => {
    const person = await world.person({ usd: 10 });
    await world.paid(person, (await world.plan()).id, { exception: "PAID_OVER", creditedMicros: 7_000_000n });
    const news = await world.newsOf(person);
    expect(news).toHaveLength(2);
    expect(news).toContainEqual(
      expect.objectContaining({
        kind: "invoiceOverpaid",
        params: expect.objectContaining({ amountMicros: "2000000" }),
      }),
    );
    expect(news).toContainEqual(expect.objectContaining({ kind: "vpnBought" }));
  });
});
