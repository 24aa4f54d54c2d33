import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { OrderView } from "@/lib/domain/numbers/types";
import type { Behaviour } from "@/lib/simulators/sms-upstream/behaviour";
import type { Simulators } from "@/lib/simulators/start";
import { freePort } from "@/scripts/postgres/server.mjs";
import type { Person, World } from "../support/world";
import { pass } from "./shop";
import { openTrouble, START_MICROS, type Trouble, WINDOW_SECONDS } from "./trouble";

/** A purchase that nobody answered is looked up after a minute. */
const UNKNOWN_SECONDS = 61;

let trouble: Trouble;
let world: World;
let simulators: Simulators;

beforeAll(async () => {
  trouble = await openTrouble();
  ({ world, simulators } = trouble);
});
afterEach(() => trouble.settle());
afterAll(() => trouble?.close());

const customer = () => trouble.customer();
const rent = (person: Person) => trouble.rent(person);
const rented = (person: Person) => trouble.rented(person);
const becomes: Trouble["becomes"] = (...wanted) => trouble.becomes(...wanted);
const moneyOf = (person: Person) => trouble.moneyOf(person);

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
