import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { revokeSession } from "@/lib/domain/identity/commands/revoke-session";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { openWorld, type Person, TEST_SECRETS, type World } from "../support/world";
import { openEvents } from "./events";
import { bundleRentServer, loadRentServer, productEnvironment, type Running } from "./processes";
import { addOwnNumbers, expectSound, openShop } from "./shop";

const LIMIT_MS = 1_000;
/** What is late by more than the limit fails for being late, not for being absent. */
const PATIENCE_MS = 20_000;
const ROUNDS = 3;

let world: World;
let here: Running;
let there: Running;

beforeAll(async () => {
  await bundleRentServer();
  world = await openWorld();
  await openShop(world.deps);
  await addOwnNumbers(world.deps, { service: "wa", country: "BR", count: 20 });
  const env = productEnvironment(world.database.url);
  [here, there] = await Promise.all([loadRentServer(env).go(), loadRentServer(env).go()]);
});
afterAll(async () => {
  await Promise.all([here?.kill(), there?.kill()]);
  await world?.close();
});

/** What takes so many milliseconds is in time in most of its rounds: one may meet a moment in which the machine stood still. */
async function inTime(round: (index: number) => Promise<number>): Promise<void> {
  const took: number[] = [];
  for (let index = 0; index < ROUNDS; index += 1) took.push(await round(index));
  const late = took.filter((ms) => ms >= LIMIT_MS);
  expect(late.length, `${took.map(Math.round).join(", ")} ms`).toBeLessThan(ROUNDS / 2);
}

/** A gateway's push, signed by Standard Webhooks. */
function push(server: Running, id: string, to: string, text: string): Promise<Response> {
  const body = JSON.stringify({ id, from: "WhatsApp", to, text });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const key = Buffer.from(TEST_SECRETS.HOOK_SECRETS, "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return fetch(`${server.url}/api/hooks/sms/generic`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${signature}`,
    },
    body,
  });
}

async function rentAt(
  server: Running,
  person: Person,
  idempotencyKey: string,
): Promise<{ id: string; phoneE164: string }> {
  const response = await fetch(`${server.url}/api/test/rent`, {
    method: "POST",
    headers: { cookie: person.cookie, "content-type": "application/json" },
    body: JSON.stringify({ service: "whatsapp", country: "BR", idempotencyKey }),
  });
  expect(response.status).toBe(200);
  const { order } = (await response.json()) as { order: { id: string; phoneE164: string } };
  return order;
}

test("a code that arrives at one process appears in a page that is connected to the other", async () => {
  const person = await world.person({ usd: 10 });
  const stream = await openEvents(there.url, person.cookie);
  await inTime(async (round) => {
    const order = await rentAt(here, person, `code-${round}`);
    await stream.next(
      (event) => event.order?.id === order.id && event.order.status === "ACTIVE",
      PATIENCE_MS,
    );
    const sentAt = performance.now();
    expect((await push(here, `code-${round}`, order.phoneE164, "WhatsApp code: 482-913")).status).toBe(202);
    const told = await stream.next(
      (event) => event.order?.id === order.id && event.order.code !== null,
      PATIENCE_MS,
    );
    expect(told.order?.code).toBe("482913");
    return performance.now() - sentAt;
  });
  stream.close();
});

test("the same key at both processes at once rents one number", async () => {
  const person = await world.person({ usd: 10 });
  const answers = await Promise.all(
    [here, there, here, there].map((server) => rentAt(server, person, "both")),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
});

test("the same SMS at both processes at once is one message and one charge", async () => {
  const person = await world.person({ usd: 10 });
  const order = await rentAt(there, person, "twice");
  const pushed = await Promise.all(
    [here, there, here, there].map((server) =>
      push(server, "twice-1", order.phoneE164, "WhatsApp code: 111-222"),
    ),
  );
  const duplicates = await Promise.all(
    pushed.map(async (one) => ((await one.json()) as { duplicate: boolean }).duplicate),
  );
  expect(duplicates.filter((duplicate) => !duplicate)).toHaveLength(1);
  expect(await world.deps.db.smsMessage.count({ where: { orderId: order.id } })).toBe(1);
});

test("a session that is revoked at one process is dead at the other, and its open page is told", async () => {
  await inTime(async () => {
    const { actor, cookie } = await world.person({ usd: 10 });
    const streams = await Promise.all([openEvents(here.url, cookie), openEvents(there.url, cookie)]);
    const poll = () => fetch(`${there.url}/api/portal/activations`, { headers: { cookie } });
    expect((await poll()).status).toBe(200);

    const revokedAt = performance.now();
    const revoked = await revokeSession(world.deps, actor, { sessionId: actor.sessionId ?? "" });
    expect(revoked.ok).toBe(true);
    expect((await poll()).status).toBe(401);
    await Promise.all(streams.map((stream) => stream.ended(PATIENCE_MS)));
    return performance.now() - revokedAt;
  });
});

test("a person who is suspended can rent nowhere", async () => {
  const person = await world.person({ usd: 10 });
  await world.deps.db.user.update({ where: { id: person.actor.userId }, data: { status: "SUSPENDED" } });
  const input = { service: "whatsapp", country: "BR", idempotencyScope: "test", idempotencyKey: "suspended" };
  expect(await rentNumber(world.deps, person.actor, input)).toMatchObject({ ok: false, reason: "suspended" });
  for (const server of [here, there]) {
    const answer = await fetch(`${server.url}/api/portal/activations`, {
      headers: { cookie: person.cookie },
    });
    expect(answer.status).toBe(401);
  }
  await expectSound(world.deps);
});
