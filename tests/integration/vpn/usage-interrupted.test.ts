import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Db } from "@/lib/db/client";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { collectUsage } from "@/lib/domain/vpn/commands/collect-usage";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;

beforeAll(async () => {
  world = await openVpnWorld();
  await world.server();
});
afterAll(() => world.close());

/** The database of a collector that dies before or after its step number so many. */
function mortal(dies: { at: number; when: "before" | "after" }) {
  let step = 0;
  let isDead = false;
  const db = world.deps.db.$extends({
    query: {
      async $allOperations({ args, query }) {
        step += 1;
        const isLast = step === dies.at;
        if (isDead || (isLast && dies.when === "before")) {
          isDead = true;
          throw new Error("killed");
        }
        const answer = await query(args);
        if (isLast) {
          isDead = true;
          throw new Error("killed");
        }
        return answer;
      },
    },
    // What the product asks of a client is all here.
  }) as unknown as Db;
  return { deps: { ...world.deps, db }, isDead: () => isDead };
}

async function booked(id: string) {
  const { db } = world.deps;
  const row = await db.subscription.findUniqueOrThrow({ where: { id } });
  const where = { subscriptionId: id };
  const sums = { _sum: { uploadBytes: true, downloadBytes: true } } as const;
  const days = await db.userUsage.aggregate({ where, ...sums });
  const entries = await db.usageEntry.aggregate({ where, ...sums });
  return [
    row.usedUploadBytes + row.usedDownloadBytes,
    ...[days, entries].map(({ _sum }) => (_sum.uploadBytes ?? 0n) + (_sum.downloadBytes ?? 0n)),
  ].map(Number);
}

it("a collector that is killed at any step loses and doubles no byte, and tells each step once", async () => {
  const person = await world.person({ usd: 10 });
  const plan = await world.plan({ trafficBytes: 1_000_000n });
  const bought = await buyPlan(
    world.deps,
    person.actor,
    { userId: person.actor.userId },
    { planId: plan.id, key: randomUUID(), isAutoRenew: false },
  );
  if (!bought.ok) throw new Error(bought.reason);
  const { id, number } = await world.deps.db.subscription.findUniqueOrThrow({
    where: { id: bought.subscriptionId },
  });
  let epoch = 0;
  let counter = 0n;
  let truth = 0;
  let kills = 0;
  for (const when of ["before", "after"] as const) {
    for (let at = 1, wasKilled = true; wasKilled; at += 1) {
      // Every third life of the panel's counters begins anew; the first bytes of each cross no step, later ones do.
      if (at % 3 === 1) {
        epoch += 1;
        counter = 0n;
      }
      counter += 20_000n;
      truth += 20_000;
      world.panel.usage = {
        epoch: `life ${epoch}`,
        readings: [{ username: `sub_${number}`, uploadBytes: 0n, downloadBytes: counter }],
      };
      const { deps, isDead } = mortal({ at, when });
      await collectUsage(deps).catch(() => {});
      wasKilled = isDead();
      if (wasKilled) kills += 1;
      await collectUsage(world.deps);
      expect(await booked(id), `killed ${when} step ${at}`).toEqual([truth, truth, truth]);
    }
  }
  // At least, each twice: read the panels, claim, lock, compare the claim, book.
  expect(kills).toBeGreaterThanOrEqual(10);

  // The rest of the ladder, killed at each step of the booking that crosses its end.
  world.panel.usage = {
    epoch: `life ${epoch}`,
    readings: [{ username: `sub_${number}`, uploadBytes: 0n, downloadBytes: counter + 1_000_000n }],
  };
  for (let at = 1; ; at += 1) {
    const { deps, isDead } = mortal({ at, when: "before" });
    await collectUsage(deps).catch(() => {});
    if (!isDead()) break;
  }
  expect(await booked(id)).toEqual([truth + 1_000_000, truth + 1_000_000, truth + 1_000_000]);
  const told = await world.deps.db.outboxEvent.count({
    where: { kind: "subscription.traffic_noticed", payload: { path: ["percent"], equals: 100 } },
  });
  expect(told).toBe(1);
});
