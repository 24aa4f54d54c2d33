import { afterAll, beforeAll, expect, test } from "vitest";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { openWorld, type World } from "../support/world";
import { productEnvironment, type Running, startProduct, startUpstream, until } from "./processes";
import { addOwnNumbers, countUnsettled, expectAgreement, expectSound, openShop, pass } from "./shop";

const KILLS = 5;
const READY_LIMIT_MS = 30_000;
const RENTS_PER_LIFE = 6;
const WINDOW_SECONDS = 1_300;

let world: World;
let upstream: Running;
let server: Running | null = null;

beforeAll(async () => {
  upstream = await startUpstream();
  world = await openWorld({ SIMULATOR_URL: upstream.url });
  await openShop(world.deps);
  await addOwnNumbers(world.deps, { service: "tg", country: "BR", count: 100 });
  await world.deps.simulators.send("delay", { minMs: 100, maxMs: 8_000 });
});
afterAll(async () => {
  await server?.kill();
  await upstream?.kill();
  await world?.close();
});

test("the whole server, killed five times with live orders, is ready again and loses none", async () => {
  const env = productEnvironment(world.database.url, { SIMULATOR_URL: upstream.url });
  const person = await world.person({ usd: 100 });
  const readyAfter: number[] = [];

  for (let life = 0; life <= KILLS; life += 1) {
    const startedAt = performance.now();
    server = await startProduct(env, READY_LIMIT_MS);
    readyAfter.push(Math.round(performance.now() - startedAt));
    expect((await fetch(server.url)).status).toBe(200);
    if (life === KILLS) break;
    // Every second one is bought upstream; what is in flight when the server dies is its successor's work.
    const rents = Array.from({ length: RENTS_PER_LIFE }, (_, index) =>
      rentNumber(world.deps, person.actor, {
        service: index % 2 === 0 ? "telegram" : "whatsapp",
        country: "BR",
        idempotencyScope: "test",
        idempotencyKey: `${life}-${index}`,
      }),
    );
    expect((await Promise.all(rents)).every(({ ok }) => ok)).toBe(true);
    await server.kill();
  }

  const { db } = world.deps;
  const made = KILLS * RENTS_PER_LIFE;
  expect(await db.order.count()).toBe(made);
  const bought = { provider: { code: "simulated" } };
  // The codes that came in while nobody listened are fetched.
  await until(
    async () => (await db.order.count({ where: { ...bought, firstCodeAt: null } })) === 0,
    "every code is there",
  );
  await until(async () => (await countUnsettled(world.deps)) === 0, "no order is undecided");
  await expectAgreement(world.deps);
  await pass(world.deps, WINDOW_SECONDS);
  await until(async () => (await db.order.count({ where: { endAt: null } })) === 0, "every order has ended");
  expect(await db.order.count({ where: { ...bought, status: "COMPLETED" } })).toBe(made / 2);
  expect(await db.order.count({ where: { provider: { code: "own" }, status: "EXPIRED" } })).toBe(made / 2);
  await expectSound(world.deps);
  process.stdout.write(`ready after ${readyAfter.join(", ")} ms\n`);
});
