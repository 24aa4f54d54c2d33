import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Simulators } from "@/lib/simulators/start";
import type { World } from "../support/world";
import { until } from "./processes";
import { liveUpstream, pass } from "./shop";
import { openTrouble, START_MICROS, type Trouble, WINDOW_SECONDS } from "./trouble";

const REFUND_LIMIT_MS = 5_000;

let trouble: Trouble;
let world: World;
let simulators: Simulators;

beforeAll(async () => {
  trouble = await openTrouble();
  ({ world, simulators } = trouble);
});
afterEach(() => trouble.settle());
afterAll(() => trouble?.close());

test("dead at the end of the window: the money is back within five seconds all the same", async () => {
  const person = await trouble.customer();
  simulators.upstream.setBehaviour("silent", 1);
  const order = await trouble.rented(person);
  simulators.upstream.refuseFor(3_600);
  await pass(world.deps, WINDOW_SECONDS).catch(() => undefined);
  const dueAt = performance.now();
  await trouble.becomes(person, order.id, ({ status }) => status === "EXPIRED", "the order expires");
  expect(performance.now() - dueAt).toBeLessThan(REFUND_LIMIT_MS);
  expect(await trouble.moneyOf(person)).toEqual([START_MICROS, 0n]);
});

test("the worker was down when 200 windows ended: all refunded within five seconds of its return", async () => {
  const people = await Promise.all(Array.from({ length: 10 }, () => trouble.customer()));
  simulators.upstream.setBehaviour("silent");
  for (let round = 0; round < 20; round += 1)
    await Promise.all(people.map((person) => trouble.rented(person)));
  expect((await liveUpstream(world.deps)).length).toBeGreaterThanOrEqual(200);
  await trouble.stopJobs();
  await pass(world.deps, WINDOW_SECONDS);
  const { db } = world.deps;
  const due = () => db.order.count({ where: { status: "ACTIVE", firstCodeAt: null } });
  expect(await due()).toBe(200);
  const returnedAt = performance.now();
  trouble.startJobs();
  await until(async () => (await due()) === 0, "all are refunded");
  expect(performance.now() - returnedAt).toBeLessThan(REFUND_LIMIT_MS);
  for (const person of people) expect(await trouble.moneyOf(person)).toEqual([START_MICROS, 0n]);
});
