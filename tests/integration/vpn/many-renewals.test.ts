import { randomBytes, randomUUID } from "node:crypto";
import { expect, it, onTestFinished } from "vitest";
import { customerScope } from "@/lib/domain/kernel/actor";
import { renewDueSubscriptions } from "@/lib/domain/vpn/commands/renew-due-subscriptions";
import { getBalance } from "@/lib/domain/wallet/queries";
import { passTime } from "@/tests/support/pass-time";
import { openNewsWorld } from "./news-world";

it("tries every renewal that is due in one run, however many fail before it", async () => {
  const world = await openNewsWorld();
  onTestFinished(() => world.close());
  const { deps } = world;
  const plan = await world.plan({ durationDays: 10 });
  const poor = await world.person({ usd: 5 });
  const rich = await world.person({ usd: 10 });
  const first = await world.buy(poor, plan.id, true);
  // More than a page of those that fail, all older than the one that can be renewed.
  const { number: _, ...alike } = first;
  const many = Array.from({ length: 3 }, () => ({
    ...alike,
    id: randomUUID(),
    idempotencyKey: randomUUID(),
    tokenHash: new Uint8Array(randomBytes(32)),
  }));
  await deps.db.subscription.createMany({ data: many });
  const last = await world.buy(rich, plan.id, true);
  await passTime(deps, 10 * 86_400 - 3600);
  expect(await renewDueSubscriptions(deps, 2)).toBe(2 * 5);
  expect((await getBalance(deps, customerScope(rich.actor))).availableMicros).toBe(0n);
  const renewed = await deps.db.subscription.findUniqueOrThrow({ where: { id: last.id } });
  expect(renewed.expiresAt.getTime()).toBeGreaterThan(last.expiresAt.getTime());
});
