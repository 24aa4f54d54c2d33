import { afterAll, beforeAll, expect, it } from "vitest";
import { createNotifications } from "@/lib/db/notifications";
import { customerScope } from "@/lib/domain/kernel/actor";
import { moveClock } from "@/lib/domain/kernel/business-time";
import { pollUpstreams } from "@/lib/domain/numbers/commands/poll-upstream";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { getOrder } from "@/lib/domain/numbers/queries";
import type { OrderView } from "@/lib/domain/numbers/types";
import { followBusinessTime } from "@/lib/simulators/follow-business-time";
import { type SimulatorOptions, type Simulators, startSimulators } from "@/lib/simulators/start";
import { openShop } from "../../faults/shop";
import { openWorld, type Person, TEST_SECRETS, type World } from "../../support/world";

let world: World;
let sim: Simulators;
let person: Person;
let rents = 0;

const start = (options: Partial<SimulatorOptions> = {}) =>
  startSimulators({
    port: 0,
    secret: TEST_SECRETS.SIMULATOR_SECRET,
    delay: { minMs: 0, maxMs: 0 },
    ...options,
  });

/** The process ends and is started again at its address, with an empty memory. */
async function restart(options: Partial<SimulatorOptions> = {}): Promise<void> {
  await sim.close();
  sim = await start({ port: Number(new URL(sim.url).port), ...options });
}

beforeAll(async () => {
  sim = await start({ seed: 5 });
  world = await openWorld({ SIMULATOR_URL: sim.url });
  await openShop(world.deps);
  person = await world.person({ usd: 10 });
});
afterAll(async () => {
  await world?.close();
  await sim?.close();
});

async function rent(): Promise<OrderView> {
  rents += 1;
  const answer = await rentNumber(world.deps, person.actor, {
    service: "whatsapp",
    country: "BR",
    idempotencyScope: "test",
    idempotencyKey: `restart-${rents}`,
  });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.order;
}

async function withCode(id: string): Promise<OrderView> {
  await world.deps.db.$executeRaw`UPDATE providers SET polled_at = NULL`;
  await pollUpstreams(world.deps);
  const order = await getOrder(world.deps, customerScope(person.actor), { id });
  if (!order) throw new Error("the order is gone");
  return order;
}

it("a supplier that forgot everything sells on: nothing it names was named before", async () => {
  const first = await rent();
  expect(await withCode(first.id)).toMatchObject({ status: "ACTIVE", code: expect.any(String) });
  await restart();
  const second = await rent();
  expect(second).toMatchObject({ status: "ACTIVE" });
  expect(sim.upstream.activations.size).toBe(1);
  expect(await withCode(second.id)).toMatchObject({ code: expect.any(String) });
});

it("a number that served us before is given back and another one bought", async () => {
  await restart({ seed: 21, firstId: 100 });
  const first = await rent();
  await withCode(first.id);
  // The same numbers in the same order, under other ids.
  await restart({ seed: 21, firstId: 200 });
  const second = await rent();
  expect(second).toMatchObject({ status: "ACTIVE" });
  expect(second.phoneE164).not.toBe(first.phoneE164);
  const orders = [...sim.upstream.activations.values()].map(({ phone, orderId }) => [`+${phone}`, orderId]);
  expect(orders).toEqual([
    [first.phoneE164, String(second.number)],
    [second.phoneE164, `${second.number}-2`],
  ]);
});

it("takes the time of the product, also when it was moved before", async () => {
  await moveClock(world.deps, 3_600);
  let offset = 0;
  const { db } = world.deps;
  const notifications = createNotifications(world.deps.env.databaseDirectUrl, () => undefined);
  const follow = (seconds: number) => {
    offset = seconds;
  };
  try {
    await followBusinessTime({ db, notifications }, follow, () => undefined);
    expect(offset).toBe(3_600);
    await moveClock(world.deps, 60);
    await expect.poll(() => offset).toBe(3_660);
  } finally {
    await notifications.close();
  }
});
