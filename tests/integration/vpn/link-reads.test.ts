import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApiApp } from "@/lib/api/app";
import { askedFor, openSubscriptionDesk } from "@/lib/api/subscription/desk";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { bellsHeard } from "@/tests/support/bells-heard";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;

beforeAll(async () => {
  world = await openVpnWorld();
  await world.server();
  await world.deps.notifications.ready();
});
afterAll(() => world.close());

it("notes when a link was last read and by which app, and the document stays kept", async () => {
  const { deps } = world;
  const person = await world.person({ usd: 10 });
  const { id: planId } = await world.plan();
  const input = { planId, key: randomUUID(), isAutoRenew: false };
  const bought = await buyPlan(deps, person.actor, { userId: person.actor.userId }, input);
  if (!bought.ok) throw new Error(bought.reason);
  const row = () => deps.db.subscription.findUniqueOrThrow({ where: { id: bought.subscriptionId } });
  const token = deps.cipher.decrypt((await row()).tokenCiphertext);
  const desk = openSubscriptionDesk(deps);
  const app = createApiApp(deps, desk);
  const userAgent = "v2rayNG/1.10.2";
  const asked = askedFor(token, "base64", userAgent);

  // The purchase rings too; heard late, it would drop what is kept from here on.
  await bellsHeard(deps, "patchbay_subscriptions");
  await app.request(`/sub/${token}`, { headers: { "user-agent": "first/1" } });
  await app.request(`/sub/${token}`, { headers: { "user-agent": userAgent } });
  expect((await row()).lastFetchedAt).toBeNull();
  await deps.linkReads.flush();

  const noted = await row();
  expect(noted.lastClient).toBe(userAgent);
  expect(Math.abs(deps.clock.now().getTime() - (noted.lastFetchedAt?.getTime() ?? 0))).toBeLessThan(60_000);

  // The next change of the row is heard after whatever the note would have rung.
  expect(desk.kept(asked)).not.toBeNull();
  const rung: string[] = [];
  const stop = deps.notifications.on("patchbay_subscriptions", (ids) => rung.push(ids));
  await app.request(`/sub/${token}`, { headers: { "user-agent": userAgent } });
  await deps.linkReads.flush();
  await deps.db.subscription.update({ where: { id: bought.subscriptionId }, data: { isAutoRenew: true } });
  await expect.poll(() => rung).toEqual([bought.subscriptionId]);
  stop();
  expect(desk.kept(asked)).toBeNull();
});
