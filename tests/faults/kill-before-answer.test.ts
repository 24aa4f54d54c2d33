import { afterAll, beforeAll, expect, test } from "vitest";
import { keyOf } from "../api/rest/rest-world";
import { openWorld, type World } from "../support/world";
import { holdRow } from "./held-row";
import { bundleRentServer, loadRentServer, productEnvironment, type RentServer, until } from "./processes";
import { addOwnNumbers, expectSound, openShop } from "./shop";

const IDEMPOTENCY_KEY = "killed-before-the-answer";

let world: World;
let servers: RentServer[] = [];

beforeAll(async () => {
  [world] = await Promise.all([openWorld(), bundleRentServer()]);
  const env = productEnvironment(world.database.url);
  servers = [loadRentServer(env), loadRentServer(env)];
  await openShop(world.deps);
  await addOwnNumbers(world.deps, { service: "wa", country: "BR", count: 5 });
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill()));
  await world?.close();
});

test("a purchase whose server is killed after the commit and before the answer is answered by the next, once", async () => {
  const { db } = world.deps;
  const [first, second] = servers as [RentServer, RentServer];
  const person = await world.person({ usd: 50 });
  const key = await keyOf(world, person);
  const buy = (url: string) =>
    fetch(`${url}/api/v1/numbers`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        "idempotency-key": IDEMPOTENCY_KEY,
      },
      body: JSON.stringify({ service: "whatsapp", country: "BR" }),
    });

  const dying = await first.go();
  // Held twice: before its first posting, so that its claim can be held too; then, with the order committed, at its claim,
  // where the answer would be kept before it is sent.
  const wallet = await holdRow(
    world,
    "SELECT 1 FROM ledger_accounts WHERE user_id = $1::uuid",
    person.actor.userId,
  );
  const lost = buy(dying.url).then(
    ({ status }) => status,
    () => "no answer",
  );
  await wallet.isWaitedFor();
  const claim = await holdRow(world, "SELECT 1 FROM idempotent_answers WHERE key = $1", IDEMPOTENCY_KEY);
  await wallet.letGo();
  await until(async () => (await db.order.count()) === 1, "the order is committed");
  await claim.isWaitedFor();
  await dying.kill();
  expect(await lost).toBe("no answer");
  // The database would still work what a dead process asked: its connections end with it.
  await db.$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  await claim.letGo();
  expect(await db.idempotentAnswer.findFirstOrThrow()).toMatchObject({ status: null, body: null });

  const { url } = await second.go();
  // The dead one's claim runs out while the first of these waits.
  const answer = await buy(url);
  const text = await answer.text();
  expect(answer.status, text).toBe(201);
  const again = await buy(url);
  expect(again.status).toBe(201);
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(await again.text()).toBe(text);
  const [order] = await db.order.findMany();
  expect(await db.order.count()).toBe(1);
  expect(await db.hold.count()).toBe(1);
  expect(JSON.parse(text)).toMatchObject({ id: order?.id, state: "waiting" });
  await expectSound(world.deps);
});
