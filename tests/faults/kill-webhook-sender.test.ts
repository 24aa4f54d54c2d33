import { afterAll, beforeAll, expect, test } from "vitest";
import { openWebhookWorld, type WebhookWorld } from "../integration/webhooks/webhook-world";
import { bundleRentServer, loadRentServer, productEnvironment, type Running, until } from "./processes";

const LIVES = 3;
const CODES = ["111111", "222222", "333333", "444444", "555555", "666666"];

let world: WebhookWorld;
let running: Running | null = null;

beforeAll(async () => {
  [world] = await Promise.all([openWebhookWorld(), bundleRentServer()]);
});
afterAll(async () => {
  await running?.kill();
  await world?.close();
});

test("a sender that is killed between sending and writing down loses no webhook and changes no id", async () => {
  const { actor } = await world.person({ usd: 50 });
  const receiver = await world.receiver();
  await world.endpoint(actor, receiver);
  for (const code of CODES) {
    const order = await world.order(actor);
    await world.text(order, code);
    await world.finish(actor, order);
  }
  const env = productEnvironment(world.database.url, { WEBHOOK_LOCAL_RECEIVERS: "on" });
  let isKilling = true;
  receiver.answer = () => (isKilling ? "silence" : 200);
  for (let life = 1; life <= LIVES; life += 1) {
    const before = receiver.received.length;
    running = await loadRentServer(env).go();
    await until(() => receiver.received.length > before, "something was sent");
    await running.kill();
    // The claim of the dead one has run out.
    await world.deps.db.webhookDelivery.updateMany({ data: { claimedUntil: null } });
    await world.deps.db.outboxEvent.updateMany({ data: { nextAttemptAt: new Date(0) } });
  }
  isKilling = false;
  running = await loadRentServer(env).go();
  const waiting = () => world.deps.db.webhookDelivery.count({ where: { status: { not: "DELIVERED" } } });
  await until(
    async () => (await world.deps.db.webhookDelivery.count()) === 2 * CODES.length && (await waiting()) === 0,
    "everything arrived",
  );
  await running.kill();
  const { received } = receiver;
  expect(received.length).toBeGreaterThanOrEqual(2 * CODES.length + LIVES);
  expect(received.every(({ verifiedBy }) => verifiedBy.length === 1)).toBe(true);
  const bodies = new Map<string, string>();
  for (const { id, body } of received) {
    const text = JSON.stringify(body);
    expect(bodies.get(id) ?? text).toBe(text);
    bodies.set(id, text);
  }
  expect(bodies.size).toBe(2 * CODES.length);
  const taken = received.filter(({ status }) => status === 200);
  expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
  for (const { body } of taken.filter(({ type }) => type === "order.completed")) {
    const ofOrder = taken.filter((one) => one.body.data?.order?.id === body.data?.order?.id);
    expect(ofOrder.map(({ type }) => type)).toEqual(["sms.received", "order.completed"]);
  }
});
