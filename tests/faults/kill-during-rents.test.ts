import { afterAll, beforeAll, expect, test } from "vitest";
import { createRandom } from "@/lib/simulators/random";
import { openWorld, type World } from "../support/world";
import {
  bundleRentServer,
  loadRentServer,
  productEnvironment,
  type RentServer,
  type Running,
  startUpstream,
  until,
} from "./processes";
import { startRenters } from "./renters";
import { addOwnNumbers, countUnsettled, expectAgreement, expectSound, openShop, pass } from "./shop";

const KILLS = Number(process.env.FAULT_KILLS ?? 30);
const SEED = 20_261_121;
/** A server is killed so many answers after its first moment, and then somewhere within so long. */
const LIFE = { answers: 3, mostMs: 250 };
/** One that answers nobody is killed all the same. */
const LONGEST_LIFE_MS = 5_000;
/** Loading takes much longer than a life: so many are loaded ahead, on the other processor. */
const LOADED_AHEAD = 3;

let world: World;
let upstream: Running;
let spares: RentServer[] = [];
let running: Running | null = null;

beforeAll(async () => {
  [upstream] = await Promise.all([startUpstream(), bundleRentServer()]);
  world = await openWorld({ SIMULATOR_URL: upstream.url });
  await openShop(world.deps);
  for (const country of ["BR", "US", "GB", "ID"]) {
    await addOwnNumbers(world.deps, { service: "tg", country, count: 60 });
  }
  await world.deps.simulators.send("delay", { minMs: 200, maxMs: 20_000 });
});

afterAll(async () => {
  await Promise.all([...spares, ...(running ? [running] : [])].map((one) => one.kill()));
  await upstream?.kill();
  await world?.close();
});

test(`a server that is killed ${KILLS} times during rents loses no money and leaves no order behind`, async () => {
  const env = productEnvironment(world.database.url, { SIMULATOR_URL: upstream.url });
  const people = await Promise.all(Array.from({ length: 4 }, () => world.person({ usd: 2_000 })));
  const random = createRandom(SEED);
  let ready: Promise<Running>;
  const next = () => {
    while (spares.length < LOADED_AHEAD + 1) spares.push(loadRentServer(env));
    const [first, ...others] = spares;
    spares = others;
    if (!first) throw new Error("no server is loaded");
    ready = first.go().then((one) => {
      running = one;
      return one;
    });
    return ready;
  };
  next();
  const startedAt = performance.now();
  const renters = startRenters({ people, seed: SEED, url: async () => (await ready).url });

  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = await ready!;
    const enough = renters.answers.length + Math.floor(random() * LIFE.answers);
    await until(() => renters.answers.length >= enough, "answers", { withinMs: LONGEST_LIFE_MS }).catch(
      () => undefined,
    );
    await new Promise((resolve) => setTimeout(resolve, random() * LIFE.mostMs));
    await server.kill();
    next();
  }
  const loopSeconds = Math.round((performance.now() - startedAt) / 1000);
  await renters.finish();
  await Promise.all(spares.map((spare) => spare.kill()));
  spares = [];

  // Purchases whose answer died with their server are looked up after a minute.
  await pass(world.deps, 90);
  await until(async () => (await countUnsettled(world.deps)) === 0, "no order is undecided");
  await expectSound(world.deps);
  await expectAgreement(world.deps);

  const orders = await world.deps.db.order.findMany({
    select: { id: true, idempotencyKey: true, userId: true, status: true, upstreamOrderId: true },
  });
  const keys = new Set(orders.map(({ idempotencyKey }) => idempotencyKey));
  expect(keys.size).toBe(orders.length);
  const rented = renters.answers.filter(({ orderId }) => orderId !== null);
  const unanswered = rented.filter(
    ({ key, orderId }) => !orders.some((one) => one.idempotencyKey === key && one.id === orderId),
  );
  expect(unanswered).toEqual([]);
  expect(renters.answers.filter(({ status, reason }) => status >= 400 && reason !== "no_stock")).toEqual([]);
  expect(renters.troubles.get(500) ?? 0).toBe(0);
  // Something was at stake: rents were interrupted, and succeeded in spite of it.
  expect(rented.length).toBeGreaterThan(KILLS / 4);
  expect(renters.answers.some(({ tries }) => tries > 1)).toBe(true);
  const count = (wanted: string) => orders.filter(({ status }) => status === wanted).length;
  const ends = ["ACTIVE", "COMPLETED", "EXPIRED", "FAILED"]
    .map((status) => `${count(status)} ${status}`)
    .join(", ");
  process.stdout.write(`${KILLS} kills in ${loopSeconds} s: ${orders.length} orders, ${ends}\n`);
});
