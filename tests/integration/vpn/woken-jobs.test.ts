import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buyPlan } from "@/lib/domain/vpn/commands/buy-plan";
import { VPN_JOBS } from "@/lib/jobs/definitions/vpn";
import { type JobRunner, startJobs } from "@/lib/jobs/runner";
import { openVpnWorld, type VpnWorld } from "./vpn-world";

let world: VpnWorld;
let jobs: JobRunner;

beforeAll(async () => {
  world = await openVpnWorld();
  await world.server();
  await world.deps.notifications.ready();
  // Looking by itself it would find the account in an hour.
  const telling = VPN_JOBS.filter(({ name }) => name === "tell-panels");
  jobs = startJobs(
    world.deps,
    telling.map((job) => ({ ...job, everyMs: 3_600_000 })),
  );
});
afterAll(async () => {
  await jobs.stop();
  await world.close();
});

it("a panel is told of an account as soon as it is bought, also of several in a row", async () => {
  const { deps, panel } = world;
  const { id: planId } = await world.plan();
  for (const count of [1, 2, 3]) {
    const { actor } = await world.person({ usd: 10 });
    const input = { planId, key: randomUUID(), isAutoRenew: false };
    const bought = await buyPlan(deps, actor, { userId: actor.userId }, input);
    expect(bought.ok).toBe(true);
    await expect.poll(() => panel.accounts.size).toBe(count);
  }
});
