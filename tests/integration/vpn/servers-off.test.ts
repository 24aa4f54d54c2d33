import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customerScope } from "@/lib/domain/kernel/actor";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { drainServers } from "@/lib/domain/vpn/commands/drain-servers";
import { moveSubscription } from "@/lib/domain/vpn/commands/move-subscription";
import { tellDuePanels } from "@/lib/domain/vpn/commands/tell-due-panels";
import { getStaffSubscription } from "@/lib/domain/vpn/queries/staff-subscription";
import { getOwnSubscription } from "@/lib/domain/vpn/queries/subscription-detail";
import type { Person } from "@/tests/support/world";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;
let admin: Person;

beforeAll(async () => {
  world = await openVpnWorld();
  admin = await world.person({ role: "ADMIN" });
});
afterAll(() => world.close());

/** Somebody with a plan whose locations are these. */
async function customer(countryCode: string) {
  const person = await world.person({ usd: 10 });
  const plan = await world.plan({ countryCodes: [countryCode] });
  const input = { planId: plan.id, key: randomUUID(), isAutoRenew: false };
  const bought = await buyPlan(world.deps, person.actor, { userId: person.actor.userId }, input);
  if (!bought.ok) throw new Error(bought.reason);
  await tellDuePanels(world.deps);
  return { person, id: bought.subscriptionId };
}

const turn = (id: string, status: "ONLINE" | "OFFLINE" | "MAINTENANCE", isDraining = false) =>
  world.deps.db.vpnServer.update({ where: { id }, data: { status, isDraining } });

const seatsOf = async (id: string) =>
  new Set(
    (await world.deps.db.userConfig.findMany({ where: { subscriptionId: id, isActive: true } })).map(
      ({ serverId }) => serverId,
    ),
  );

describe("locations that are off", () => {
  it("are neither counted as coming, nor recommended, nor a place to move to", async () => {
    const { deps } = world;
    const servers = await Promise.all([1, 2, 3].map((sort) => world.server({ countryCode: "SE", sort })));
    const [first, second, third] = servers.map(({ id }) => id) as [string, string, string];
    const { person, id } = await customer("SE");
    const own = () => getOwnSubscription(deps, customerScope(person.actor), id, "en");
    expect(await own()).toMatchObject({ word: "active", locations: 3, ready: 3, off: 0 });
    await turn(first, "OFFLINE");
    const seen = await own();
    expect(seen).toMatchObject({ word: "active", locations: 2, ready: 2, off: 1 });
    expect(seen?.places.filter(({ isRecommended }) => isRecommended).map((place) => place.id)).toEqual([
      second,
    ]);
    expect((await getStaffSubscription(deps, admin.actor, id, "en"))?.server?.id).toBe(second);
    const move = { subscriptionId: id, fromServerId: third, toServerId: first, reason: "asked for it" };
    expect(await moveSubscription(deps, admin.actor, move)).toMatchObject({ reason: "server_full" });
    await turn(second, "MAINTENANCE");
    await turn(third, "OFFLINE");
    expect(await own()).toMatchObject({ word: "being_prepared", locations: 0, ready: 0, off: 3 });
  });

  it("are no destination of people who are moved away: without another they keep their seat", async () => {
    const { deps } = world;
    const servers = await Promise.all([1, 2, 3].map((sort) => world.server({ countryCode: "AT", sort })));
    const [vienna, off, on] = servers.map(({ id }) => id) as [string, string, string];
    const { id } = await customer("AT");
    await turn(off, "OFFLINE");
    await turn(on, "OFFLINE");
    await turn(vienna, "MAINTENANCE", true);
    expect(await drainServers(deps)).toBe(0);
    expect(await seatsOf(id)).toContain(vienna);
    await turn(on, "ONLINE");
    expect(await drainServers(deps)).toBe(1);
    const row = await deps.db.subscription.findUniqueOrThrow({ where: { id } });
    expect(row.serverId).toBe(on);
    expect(await seatsOf(id)).not.toContain(vienna);
    const told = await deps.db.auditEvent.findFirstOrThrow({
      where: { action: "subscription.moved", targetId: id },
    });
    expect(told.after).toMatchObject({ server: on });
  });
});
