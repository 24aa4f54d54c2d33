import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiApp } from "@/lib/api/app";
import { askedFor, openSubscriptionDesk } from "@/lib/api/subscription/desk";
import { closeDeps, createDeps, type Deps } from "@/lib/deps";
import { bookUsage } from "@/lib/domain/vpn/commands/book-usage";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { rotateLink } from "@/lib/domain/vpn/commands/rotate-link";
import { tellDuePanels } from "@/lib/domain/vpn/commands/tell-due-panels";
import { bellsHeard } from "@/tests/support/bells-heard";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;
let serverId: string;
/** Another process on the same database. */
let there: Deps;

beforeAll(async () => {
  world = await openVpnWorld();
  serverId = (await world.server()).id;
  there = createDeps(world.deps.env);
  await there.notifications.ready();
});
afterAll(async () => {
  await closeDeps(there);
  await world.close();
});

async function link() {
  const { deps } = world;
  const person = await world.person({ usd: 10 });
  const plan = await world.plan();
  const bought = await buyPlan(
    deps,
    person.actor,
    { userId: person.actor.userId },
    { planId: plan.id, key: randomUUID(), isAutoRenew: false },
  );
  if (!bought.ok) throw new Error(bought.reason);
  await tellDuePanels(deps);
  await bellsHeard(there, "patchbay_subscriptions");
  const row = await deps.db.subscription.findUniqueOrThrow({ where: { id: bought.subscriptionId } });
  return { person, plan, row, token: deps.cipher.decrypt(row.tokenCiphertext) };
}

/** The desk and the door of another process, and whether it holds the document. */
function openThere() {
  const desk = openSubscriptionDesk(there);
  const app = createApiApp(there, desk);
  const isKept = (token: string) => desk.kept(askedFor(token, "base64", "")) !== null;
  const ask = async (token: string) => app.request(`/sub/${token}`);
  const askAndLook = async (token: string) => {
    await ask(token);
    return isKept(token);
  };
  return { desk, isKept, ask, askAndLook };
}

const userInfo = async (answer: Promise<Response>) => (await answer).headers.get("subscription-userinfo");
const locations = async (answer: Promise<Response>) =>
  decodeURIComponent(Buffer.from(await (await answer).text(), "base64").toString("utf8"));

describe("kept documents", () => {
  it("are handed out while they are true, and made again after each change in another process", async () => {
    const { deps } = world;
    const { person, plan, row, token } = await link();
    const { ask, askAndLook, isKept } = openThere();
    const stale = async (change: () => Promise<unknown>) => {
      await expect.poll(() => askAndLook(token)).toBe(true);
      await change();
      await expect.poll(() => isKept(token)).toBe(false);
    };

    await stale(() =>
      bookUsage(
        deps,
        { panelId: world.panelId, serverId },
        {
          epoch: "1",
          readings: [{ username: `sub_${row.number}`, uploadBytes: 5n, downloadBytes: 70n }],
        },
      ),
    );
    expect(await userInfo(ask(token))).toMatch(/^upload=5; download=70; /);

    await stale(() => deps.db.plan.update({ where: { id: plan.id }, data: { name: "Renamed" } }));
    const title = (await ask(token)).headers.get("profile-title") ?? "";
    expect(Buffer.from(title.replace("base64:", ""), "base64").toString()).toContain("Renamed");

    await stale(() => deps.db.vpnServer.update({ where: { id: serverId }, data: { location: "Berlin" } }));
    expect(await locations(ask(token))).toContain("Berlin");

    await stale(() => deps.db.user.update({ where: { id: person.actor.userId }, data: { locale: "fa" } }));

    await stale(() => deps.db.subscription.update({ where: { id: row.id }, data: { status: "SUSPENDED" } }));
    expect(await locations(ask(token))).toContain("127.0.0.1:1");
    await stale(() => deps.db.subscription.update({ where: { id: row.id }, data: { status: "ACTIVE" } }));

    await stale(() =>
      rotateLink(deps, person.actor, person.actor.userId, { subscriptionId: row.id, leaked: true }),
    );
    expect((await ask(token)).status).toBe(404);
  });

  it("a server's load changes none of them", async () => {
    const { token } = await link();
    const { askAndLook, isKept } = openThere();
    const other = await link();
    for (const one of [token, other.token]) await expect.poll(() => askAndLook(one)).toBe(true);
    await world.deps.db.vpnServer.update({ where: { id: serverId }, data: { loadPercent: 55 } });
    await world.deps.db.subscription.update({ where: { id: other.row.id }, data: { maxDevices: 2 } });
    await expect.poll(() => isKept(other.token)).toBe(false);
    expect(isKept(token)).toBe(true);
  });

  it("are all made again after the line to the database was lost", async () => {
    const { token } = await link();
    const { ask, askAndLook, isKept, desk } = openThere();
    await expect.poll(() => askAndLook(token)).toBe(true);
    const again = new Promise<void>((resolve) => {
      there.notifications.onResync(resolve);
    });
    await world.deps.db.$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND (query LIKE 'LISTEN%' OR query = 'SELECT 1')`;
    await again;
    expect([isKept(token), desk.count()]).toEqual([false, 0]);
    expect((await ask(token)).status).toBe(200);
    expect(isKept(token)).toBe(true);
  });

  it("hold no token that nobody has", async () => {
    const { ask, desk } = openThere();
    for (let index = 0; index < 20; index += 1) {
      expect((await ask(String(index).padStart(32, "x"))).status).toBe(404);
    }
    expect(desk.count()).toBe(0);
  });
});
