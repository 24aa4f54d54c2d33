import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookUsage } from "@/lib/domain/vpn/commands/book-usage";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { tellDuePanels } from "@/lib/domain/vpn/commands/tell-due-panels";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;
let serverId: string;

beforeAll(async () => {
  world = await openVpnWorld();
  serverId = (await world.server({ maxUsers: 1_000_000 })).id;
});
afterAll(() => world.close());

async function subscription(trafficBytes: bigint | null) {
  const person = await world.person({ usd: 10 });
  const plan = await world.plan({ trafficBytes });
  const bought = await buyPlan(
    world.deps,
    person.actor,
    { userId: person.actor.userId },
    { planId: plan.id, key: randomUUID(), isAutoRenew: false },
  );
  if (!bought.ok) throw new Error(bought.reason);
  return world.deps.db.subscription.findUniqueOrThrow({ where: { id: bought.subscriptionId } });
}

const book = (epoch: string, number: number, up: number, down: number) =>
  bookUsage(
    world.deps,
    { panelId: world.panelId, serverId },
    {
      epoch,
      readings: [{ username: `sub_${number}`, uploadBytes: BigInt(up), downloadBytes: BigInt(down) }],
    },
  );

async function booked(id: string) {
  const { db } = world.deps;
  const row = await db.subscription.findUniqueOrThrow({ where: { id } });
  const days = await db.userUsage.aggregate({
    where: { subscriptionId: id },
    _sum: { uploadBytes: true, downloadBytes: true },
  });
  const entries = await db.usageEntry.aggregate({
    where: { subscriptionId: id },
    _sum: { uploadBytes: true, downloadBytes: true },
  });
  return [
    row.usedUploadBytes + row.usedDownloadBytes,
    (days._sum.uploadBytes ?? 0n) + (days._sum.downloadBytes ?? 0n),
    (entries._sum.uploadBytes ?? 0n) + (entries._sum.downloadBytes ?? 0n),
  ].map(Number);
}

describe("traffic", () => {
  it("is booked as a difference, once, over restarts and repetitions; strangers' accounts are passed over", async () => {
    const { id, number } = await subscription(null);
    await book("1", number, 10, 100);
    await book("1", number, 10, 100);
    await book("1", number, 10, 250);
    await book("2", number, 1, 5);
    await book("2", number, 1, 3);
    expect(await booked(id)).toEqual([266, 266, 266]);
    await bookUsage(
      world.deps,
      { panelId: world.panelId, serverId },
      { epoch: "2", readings: [{ username: "somebody", uploadBytes: 5n, downloadBytes: 5n }] },
    );
    expect(await booked(id)).toEqual([266, 266, 266]);
  });

  it("is booked whole again for an account that its panel made anew", async () => {
    const { id, number } = await subscription(null);
    const made = (epoch: string, bytes: bigint) =>
      bookUsage(
        world.deps,
        { panelId: world.panelId, serverId },
        {
          epoch: "panel",
          readings: [{ username: `sub_${number}`, epoch, uploadBytes: 0n, downloadBytes: bytes }],
        },
      );
    await made("first", 500n);
    await made("second", 20n);
    await made("second", 30n);
    expect(await booked(id)).toEqual([530, 530, 530]);
  });

  it("is not booked again when another server of the panel comes first", async () => {
    const { id, number } = await subscription(null);
    const other = (await world.server({ maxUsers: 10 })).id;
    const under = (server: string, bytes: number) =>
      bookUsage(
        world.deps,
        { panelId: world.panelId, serverId: server },
        {
          epoch: "moved",
          readings: [{ username: `sub_${number}`, uploadBytes: 0n, downloadBytes: BigInt(bytes) }],
        },
      );
    await under(serverId, 100);
    await under(other, 130);
    await under(serverId, 130);
    await under(serverId, 150);
    await under(other, 151);
    expect(await booked(id)).toEqual([151, 151, 151]);
    expect(await world.deps.db.usageReading.count({ where: { subscriptionId: id } })).toBe(1);
  });

  it("any order of readings, restarts and readers at once ends in the true sum", async () => {
    const { id, number } = await subscription(null);
    let truth = 0;
    let epoch = 0;
    let counter = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.constant("restart" as const)), {
          minLength: 1,
          maxLength: 6,
        }),
        async (steps) => {
          epoch += 1;
          counter = 0;
          for (const step of steps) {
            if (step === "restart") {
              epoch += 1;
              counter = 0;
              continue;
            }
            counter += step;
            truth += step;
            // Two processes read the same counters at the same moment.
            await Promise.all([1, 2].map(() => book(`e${epoch}`, number, 0, counter)));
          }
          expect(await booked(id)).toEqual([truth, truth, truth]);
        },
      ),
      { numRuns: 10 },
    );
  });

  it("tells 80, 95 and 100 percent once each, and closes the account at the end", async () => {
    const { id, number } = await subscription(1000n);
    await tellDuePanels(world.deps);
    const told = async () => {
      const events = await world.deps.db.outboxEvent.findMany({
        where: { kind: "subscription.traffic_noticed", payload: { path: ["subscriptionId"], equals: id } },
        orderBy: { id: "asc" },
      });
      return events.map(({ payload }) => (payload as { percent: number }).percent);
    };
    await book("1", number, 0, 790);
    expect(await told()).toEqual([]);
    await book("1", number, 0, 810);
    await book("1", number, 0, 900);
    await book("1", number, 0, 950);
    await book("1", number, 0, 1001);
    await book("1", number, 0, 1100);
    expect(await told()).toEqual([80, 95, 100]);
    await tellDuePanels(world.deps);
    expect(world.panel.accounts.get(`sub_${number}`)).toMatchObject({ isActive: false, remainingBytes: 0n });
    expect(world.panel.cut).toContain(`sub_${number}`);
    expect(await world.deps.db.subscription.findUnique({ where: { id } })).toMatchObject({
      status: "ACTIVE",
    });
  });
});
