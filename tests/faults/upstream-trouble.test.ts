import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { customerScope } from "@/lib/domain/kernel/actor";
import type { Refusal } from "@/lib/domain/kernel/result";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { getOrder } from "@/lib/domain/numbers/queries";
import type { OrderView } from "@/lib/domain/numbers/types";
import { getBalance } from "@/lib/domain/wallet/queries";
import { JOBS } from "@/lib/jobs/registry";
import { type JobRunner, startJobs } from "@/lib/jobs/runner";
import type { Behaviour } from "@/lib/simulators/sms-upstream/behaviour";
import { type Simulators, startSimulators } from "@/lib/simulators/start";
import { freePort } from "@/scripts/postgres/server.mjs";
import { openWorld, type Person, TEST_SECRETS, type World } from "../support/world";
import { until } from "./processes";
import { countUnsettled, expectSound, liveUpstream, openShop, pass } from "./shop";

/** A purchase that nobody answered is looked up after a minute. */
const UNKNOWN_SECONDS = 61;
const WINDOW_SECONDS = 1_260;
const START_MICROS = 10_000_000n;
const REFUND_LIMIT_MS = 5_000;

let world: World;
let simulators: Simulators;
let jobs: JobRunner;
let rents = 0;

beforeAll(async () => {
  simulators = await startSimulators({
    port: 0,
    secret: TEST_SECRETS.SIMULATOR_SECRET,
    seed: 3,
    delay: { minMs: 0, maxMs: 0 },
  });
  world = await openWorld({ SIMULATOR_URL: simulators.url });
  await openShop(world.deps);
  jobs = startJobs(world.deps, JOBS);
});

/** Whatever went wrong: the books are right, and the supplier is well again for the next test. */
afterEach(async () => {
  simulators.upstream.setBehaviour("deliver");
  simulators.upstream.refuseUntil = 0;
  await world.deps.db.provider.updateMany({ data: { pausedUntil: null, consecutiveFailures: 0 } });
  await world.deps.db.supplierOffer.updateMany({ data: { count: 500 } });
  await until(async () => (await countUnsettled(world.deps)) === 0, "no order is undecided", {
    withinMs: 30_000,
  });
  await expectSound(world.deps);
});

afterAll(async () => {
  await jobs?.stop();
  await world?.close();
  await simulators?.close();
});

type Answer = Refusal | { ok: true; order: OrderView };

async function rent(person: Person): Promise<Answer> {
  rents += 1;
  return rentNumber(world.deps, person.actor, {
    service: "whatsapp",
    country: "BR",
    idempotencyScope: "test",
    idempotencyKey: `trouble-${rents}`,
  });
}

async function rented(person: Person): Promise<OrderView> {
  const answer = await rent(person);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.order;
}

async function becomes(
  person: Person,
  id: string,
  wanted: (order: OrderView) => boolean,
  name: string,
): Promise<OrderView> {
  let order: OrderView | null = null;
  const look = async () => {
    order = await getOrder(world.deps, customerScope(person.actor), { id });
    return order !== null && wanted(order);
  };
  await until(look, name, { withinMs: 20_000 }).catch((error: Error) => {
    throw new Error(`${error.message}; it is ${JSON.stringify(order)}`);
  });
  return order as unknown as OrderView;
}

async function moneyOf(person: Person): Promise<[available: bigint, held: bigint]> {
  const { availableMicros, heldMicros } = await getBalance(world.deps, customerScope(person.actor));
  return [availableMicros, heldMicros];
}

const customer = () => world.person({ usd: 10 });

/** Purchases of this order that are live upstream now. */
async function countLive(): Promise<number> {
  return (await liveUpstream(world.deps)).length;
}

test("well: a code comes and is paid once", async () => {
  const person = await customer();
  const order = await rented(person);
  const done = await becomes(person, order.id, ({ code }) => code !== null, "the code");
  expect(done.status).toBe("ACTIVE");
  const [available, held] = await moneyOf(person);
  expect([available < START_MICROS, held]).toEqual([true, 0n]);
});

test("dry: no numbers, no order, no money", async () => {
  const person = await customer();
  simulators.upstream.setBehaviour("dry");
  expect(await rent(person)).toMatchObject({ ok: false, reason: "no_stock" });
  expect(await moneyOf(person)).toEqual([START_MICROS, 0n]);
});

/** Nobody knows what was bought: it is held, then found out from the supplier's list, where it is not. */
async function expectFoundAbsent(person: Person, order: OrderView): Promise<void> {
  expect(order.status).toBe("PENDING");
  expect((await moneyOf(person))[1]).toBeGreaterThan(0n);
  simulators.upstream.refuseUntil = 0;
  await pass(world.deps, UNKNOWN_SECONDS);
  await becomes(person, order.id, ({ status }) => status === "FAILED", "the order fails");
  expect(await moneyOf(person)).toEqual([START_MICROS, 0n]);
}

test.each<[Behaviour, string]>([
  ["error", "HTTP 500"],
  ["garbage", "a page of a proxy"],
  ["timeout", "an answer that never comes"],
])("%s (%s): the order is held, looked up, absent, and paid back", async (behaviour) => {
  const person = await customer();
  simulators.upstream.setBehaviour(behaviour, 1);
  await expectFoundAbsent(person, await rented(person));
});

test("dead: a connection that breaks may have bought; it did not, and the money is back", async () => {
  const person = await customer();
  simulators.upstream.refuseFor(3_600);
  await expectFoundAbsent(person, await rented(person));
});

test("gone: a port where nobody listens has bought nothing for sure", async () => {
  const person = await customer();
  const { db } = world.deps;
  await db.provider.update({
    where: { code: "simulated" },
    data: { baseUrl: `http://127.0.0.1:${await freePort()}` },
  });
  expect(await rent(person)).toMatchObject({ ok: false, reason: "no_stock" });
  await db.provider.update({ where: { code: "simulated" }, data: { baseUrl: simulators.url } });
  expect(await moneyOf(person)).toEqual([START_MICROS, 0n]);
});

test("lost purchase: bought, the answer lost; found in the list, never bought twice", async () => {
  const person = await customer();
  const before = simulators.upstream.activations.size;
  simulators.upstream.setBehaviour("lost-purchase", 1);
  const order = await rented(person);
  expect(order.status).toBe("PENDING");
  await pass(world.deps, UNKNOWN_SECONDS);
  const found = await becomes(person, order.id, ({ status }) => status === "ACTIVE", "the purchase is found");
  expect(found.phoneE164).toMatch(/^\+55/);
  expect(simulators.upstream.activations.size).toBe(before + 1);
  await becomes(person, order.id, ({ code }) => code !== null, "the code");
  expect((await moneyOf(person))[1]).toBe(0n);
});

test("slow: an answer after four seconds is still an answer", async () => {
  const person = await customer();
  simulators.upstream.setBehaviour("slow", 1);
  const order = await rented(person);
  expect(order.status).toBe("ACTIVE");
  await becomes(person, order.id, ({ code }) => code !== null, "the code");
});

test("overprice: a supplier that charges more than agreed costs us, not the customer", async () => {
  const person = await customer();
  simulators.upstream.setBehaviour("overprice", 1);
  const answer = await rent(person);
  if (answer.ok) {
    const { priceMicros, status, firstCodeAt } = await world.deps.db.order.findUniqueOrThrow({
      where: { id: answer.order.id },
    });
    const [available, held] = await moneyOf(person);
    expect(START_MICROS - available - held).toBe(firstCodeAt ? priceMicros : 0n);
    expect(["ACTIVE", "COMPLETED"]).toContain(status);
  } else {
    expect(await moneyOf(person)).toEqual([START_MICROS, 0n]);
  }
});

test("wrong sender: a text of another service is shown without its code and costs nothing", async () => {
  const person = await customer();
  simulators.upstream.setBehaviour("wrong-sender", 1);
  const order = await rented(person);
  const told = await becomes(person, order.id, ({ messages }) => messages.length > 0, "the text");
  expect(told.messages[0]).toMatchObject({ isForeign: true, code: null });
  expect(told.code).toBeNull();
  expect((await moneyOf(person))[1]).toBeGreaterThan(0n);
  await pass(world.deps, WINDOW_SECONDS);
  // By our clock or by the supplier's word, whichever is heard first.
  await becomes(person, order.id, ({ endAt }) => endAt !== null, "the order ends");
  expect(await moneyOf(person)).toEqual([START_MICROS, 0n]);
});

test("two texts: the second is free", async () => {
  const person = await customer();
  simulators.upstream.setBehaviour("two", 1);
  const order = await rented(person);
  await becomes(person, order.id, ({ code }) => code !== null, "the first code");
  const [paid] = await moneyOf(person);
  await pass(world.deps, 10);
  await becomes(person, order.id, ({ messages }) => messages.length === 2, "the second text");
  expect(await moneyOf(person)).toEqual([paid, 0n]);
});

test("dead at the end of the window: the money is back within five seconds all the same", async () => {
  const person = await customer();
  simulators.upstream.setBehaviour("silent", 1);
  const order = await rented(person);
  simulators.upstream.refuseFor(3_600);
  await pass(world.deps, WINDOW_SECONDS).catch(() => undefined);
  const dueAt = performance.now();
  await becomes(person, order.id, ({ status }) => status === "EXPIRED", "the order expires");
  expect(performance.now() - dueAt).toBeLessThan(REFUND_LIMIT_MS);
  expect(await moneyOf(person)).toEqual([START_MICROS, 0n]);
});

test("the worker was down when 200 windows ended: all refunded within five seconds of its return", async () => {
  const people = await Promise.all(Array.from({ length: 10 }, () => world.person({ usd: 10 })));
  simulators.upstream.setBehaviour("silent");
  for (let round = 0; round < 20; round += 1) await Promise.all(people.map(rented));
  expect(await countLive()).toBeGreaterThanOrEqual(200);
  await jobs.stop();
  await pass(world.deps, WINDOW_SECONDS);
  const { db } = world.deps;
  const due = () => db.order.count({ where: { status: "ACTIVE", firstCodeAt: null } });
  expect(await due()).toBe(200);
  const returnedAt = performance.now();
  jobs = startJobs(world.deps, JOBS);
  await until(async () => (await due()) === 0, "all are refunded");
  expect(performance.now() - returnedAt).toBeLessThan(REFUND_LIMIT_MS);
  for (const person of people) expect(await moneyOf(person)).toEqual([START_MICROS, 0n]);
});
