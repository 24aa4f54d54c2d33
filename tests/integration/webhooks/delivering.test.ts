import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import { claimDeliveries } from "@/lib/domain/webhooks/commands/claim-deliveries";
import { makeDeliveries } from "@/lib/domain/webhooks/commands/make-deliveries";
import { resendDelivery } from "@/lib/domain/webhooks/commands/resend-delivery";
import { rotateSecret } from "@/lib/domain/webhooks/commands/rotate-secret";
import { sendTestEvent } from "@/lib/domain/webhooks/commands/send-test-event";
import { switchEndpoint } from "@/lib/domain/webhooks/commands/switch-endpoint";
import type { SourceEvent } from "@/lib/domain/webhooks/fact";
import { payloadSchemaOf, smsActivatePush } from "@/lib/domain/webhooks/payloads";
import { getDelivery, listDeliveries } from "@/lib/domain/webhooks/queries/deliveries";
import { getEndpoint } from "@/lib/domain/webhooks/queries/endpoints";
import type { WebhookEvent } from "@/lib/domain/webhooks/types";
import type { Receiver } from "./receiver";
import { openWebhookWorld, type WebhookWorld } from "./webhook-world";

const HOUR = 3_600;
const ALL = { page: 1, pageSize: 50 };
let world: WebhookWorld;
let actor: UserActor;
let receiver: Receiver;

beforeAll(async () => {
  world = await openWebhookWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  actor = (await world.person({ usd: 50 })).actor;
  receiver = await world.receiver();
});

const types = () => receiver.received.map(({ type }) => type);

async function stateOf(endpointId: string) {
  const { rows } = await listDeliveries(world.deps, customerScope(actor), { endpointId, ...ALL });
  return rows.map(({ eventType, status, attemptCount }) => `${eventType} ${status} ${attemptCount}`);
}

describe("what a customer's endpoint is told", () => {
  it("gets each event once, signed, in its schema, however often it is told", async () => {
    await world.endpoint(actor, receiver);
    const order = await world.order(actor);
    await world.text(order, "482913");
    await world.tell();
    await world.deps.db.outboxEvent.updateMany({
      where: { userId: actor.userId },
      data: { dispatchedAt: null, nextAttemptAt: new Date(0) },
    });
    await world.tell();
    await world.finish(actor, order);
    await world.tell();
    await world.send();
    expect(types()).toEqual(["sms.received", "order.completed"]);
    for (const { body, verifiedBy, type, id } of receiver.received) {
      expect(verifiedBy).toHaveLength(1);
      expect(body.id).toBe(id);
      expect(payloadSchemaOf(type as WebhookEvent).strict().safeParse(body).error).toBeUndefined();
    }
    expect(receiver.received[0]?.body).toMatchObject({ mode: "live", data: { message: { code: "482913" } } });
    expect(await world.send()).toBe(0);
  });

  it("tells that the money is back with the end of an order without a code", async () => {
    await world.endpoint(actor, receiver);
    const order = await world.order(actor);
    await world.cancel(actor, order);
    await world.tell();
    await world.send();
    expect(types()).toEqual(["order.canceled", "refund.settled"]);
    expect(receiver.received[1]?.body.data).toMatchObject({ amount: "0.35", to: "wallet", order: { id: order.id } });
  });

  it("pushes as SMS-Activate does where that was chosen", async () => {
    await world.endpoint(actor, receiver, { format: "SMS_ACTIVATE", events: [] });
    const order = await world.order(actor);
    await world.text(order, "771204");
    await world.finish(actor, order);
    await world.tell();
    await world.send();
    expect(receiver.received.map(({ body }) => smsActivatePush.strict().parse(body))).toMatchObject([
      { activationId: order.number, service: "wa", code: "771204", country: 73 },
    ]);
    expect(receiver.received[0]?.verifiedBy).toHaveLength(1);
  });

  it("tells sandbox endpoints of sandbox orders alone, and projects of their own", async () => {
    const sandbox = await world.receiver();
    const other = await world.receiver();
    const project = await world.deps.db.project.create({
      data: { id: world.deps.ids.uuid(), userId: actor.userId, name: "Other" },
    });
    await world.endpoint(actor, receiver);
    await world.endpoint(actor, sandbox, { isSandbox: true });
    await world.endpoint(actor, other, { projectId: project.id });
    const [live, played, owned] = [await world.order(actor), await world.order(actor), await world.order(actor)];
    const { db } = world.deps;
    await db.order.update({ where: { id: played.id }, data: { isSandbox: true } });
    await db.order.update({ where: { id: owned.id }, data: { projectId: project.id } });
    for (const order of [live, played, owned]) await world.text(order, "482913");
    await world.tell();
    await world.send();
    const ordersOf = ({ received }: Receiver) => received.map(({ body }) => body.data?.order?.id).toSorted();
    expect(ordersOf(receiver)).toEqual([live.id, owned.id].toSorted());
    expect(ordersOf(sandbox)).toEqual([played.id]);
    expect(ordersOf(other)).toEqual([owned.id]);
  });

  it("warns of a project's monthly limit, each step once", async () => {
    const { db, ids } = world.deps;
    const data = { id: ids.uuid(), userId: actor.userId, name: "Small", monthlyLimitMicros: 1_000_000n };
    const project = await db.project.create({ data });
    await world.endpoint(actor, receiver, { projectId: project.id, events: ["limit.warning"] });
    for (let made = 1; made <= 4; made += 1) {
      const order = await world.order(actor);
      await db.order.update({ where: { id: order.id }, data: { projectId: project.id } });
      await world.tell();
    }
    await world.send();
    const steps = receiver.received.map(({ body }) => body.data as unknown as { percent: number; spent: string });
    expect(steps.map(({ percent, spent }) => `${percent} ${spent}`)).toEqual(["100 1.05"]);
  });
});

describe("order", () => {
  it("makes what comes before in the same breath, so that nothing overtakes", async () => {
    await world.endpoint(actor, receiver);
    const order = await world.order(actor);
    await world.text(order, "482913");
    await world.finish(actor, order);
    const events = await world.deps.db.outboxEvent.findMany({
      where: { userId: actor.userId, subjectId: order.id },
      orderBy: { id: "desc" },
    });
    // Another process has taken the earlier one and is still at it: this one tells the last alone.
    await makeDeliveries(world.deps, events[0] as unknown as SourceEvent);
    await world.send();
    expect(types()).toEqual(["sms.received", "order.completed"]);
  });

  it("sends no later event of an order before the earlier one arrived, and holds no other order up", async () => {
    await world.endpoint(actor, receiver);
    const [first, second] = [await world.order(actor), await world.order(actor)];
    receiver.answer = ({ body }) => (body.data?.order?.id === first.id && receiver.received.length < 4 ? 500 : 200);
    await world.text(first, "111111");
    await world.finish(actor, first);
    await world.tell();
    await world.send();
    await world.text(second, "222222");
    await world.finish(actor, second);
    await world.tell();
    await world.send();
    expect(types()).toEqual(["sms.received", "sms.received", "order.completed"]);
    await world.later(6);
    await world.send();
    await world.later(400);
    await world.send();
    const ofFirst = receiver.received.filter(({ body }) => body.data?.order?.id === first.id);
    expect(ofFirst.map(({ type, status }) => `${type} ${status}`)).toEqual([
      "sms.received 500",
      "sms.received 500",
      "sms.received 200",
      "order.completed 200",
    ]);
    expect(new Set(ofFirst.slice(0, 3).map(({ id }) => id)).size).toBe(1);
  });

  it("is not held up by a receiver that never answers", async () => {
    const silent = await world.receiver();
    silent.answer = () => "silence";
    await world.endpoint(actor, silent);
    await world.endpoint(actor, receiver);
    for (let made = 0; made < 8; made += 1) await world.text(await world.order(actor), `48291${made}`);
    await world.tell();
    const sending = world.send();
    await expect.poll(() => receiver.received.length).toBe(8);
    expect(silent.received).toHaveLength(4);
    await silent.close();
    silent.close = async () => undefined;
    await sending;
  });
});

describe("at least once", () => {
  it("repeats with the same id what a process sent and did not write down", async () => {
    await world.endpoint(actor, receiver);
    await world.text(await world.order(actor), "482913");
    await world.tell();
    const ids = await claimDeliveries(world.deps, 10);
    expect(ids).toHaveLength(1);
    const delivery = await world.deps.db.webhookDelivery.findUniqueOrThrow({ where: { id: ids[0] } });
    // Sent by a process that dies before it can write down what came back.
    await world.deps.webhooks.send({
      url: receiver.url,
      messageId: `msg_${delivery.id.replaceAll("-", "")}`,
      body: world.deps.cipher.decrypt(delivery.bodyCiphertext),
      secrets: receiver.secrets,
    });
    expect(await world.send()).toBe(0);
    await world.deps.db.$executeRaw`UPDATE webhook_deliveries SET claimed_until = now() WHERE id = ${delivery.id}::uuid`;
    expect(await world.send()).toBe(1);
    expect(receiver.received.map(({ id }) => id)).toEqual([receiver.received[0]?.id, receiver.received[0]?.id]);
    expect(receiver.received[1]?.body).toEqual(receiver.received[0]?.body);
  });

  it("is sent by one of two processes that look at the same time", async () => {
    await world.endpoint(actor, receiver);
    for (let made = 0; made < 6; made += 1) await world.text(await world.order(actor), `48291${made}`);
    await world.tell();
    await Promise.all([world.send(), world.send(), world.send()]);
    expect(receiver.received).toHaveLength(6);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(6);
  });
});

describe("an endpoint that fails", () => {
  it("is tried ten times over three days, warned of twice by mail, then turned off, and gets the rest when it is back", async () => {
    const mails: string[] = [];
    world.deps.mailer = {
      mailbox: null,
      async send({ subject, to }) {
        if (to === `${actor.username}@example.test`) mails.push(subject);
      },
    };
    const endpointId = await world.endpoint(actor, receiver);
    receiver.answer = () => 500;
    const order = await world.order(actor);
    await world.text(order, "482913");
    await world.finish(actor, order);
    await world.tell();
    let hours = 0;
    for (let guard = 0; guard < 200 && hours < 90; guard += 1) {
      await world.send();
      const next = await world.deps.db.webhookDelivery.findFirst({
        where: { endpointId, nextAttemptAt: { gt: world.deps.clock.now() } },
        orderBy: { nextAttemptAt: "asc" },
      });
      if (!next?.nextAttemptAt) break;
      const seconds = Math.ceil((next.nextAttemptAt.getTime() - world.deps.clock.now().getTime()) / 1_000) + 1;
      hours += seconds / HOUR;
      await world.later(seconds);
      await world.tell();
    }
    await world.tell();
    expect(receiver.received).toHaveLength(10);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
    // Each try was signed for the time at which it was really made.
    expect(receiver.received.every(({ verifiedBy }) => verifiedBy.length === 1)).toBe(true);
    expect(hours).toBeGreaterThan(75);
    expect(hours).toBeLessThan(84);
    expect(mails).toEqual([
      "Your webhook endpoint does not answer",
      "Your webhook endpoint does not answer",
      "Your webhook endpoint was turned off",
    ]);
    expect(await getEndpoint(world.deps, customerScope(actor), endpointId)).toMatchObject({
      disabledReason: "FAILING",
      failuresInRow: 10,
    });
    expect(await stateOf(endpointId)).toEqual(
      expect.arrayContaining(["sms.received FAILED 10", "order.completed DISABLED 0"]),
    );
    await world.text(await world.order(actor), "999999");
    await world.tell();
    expect(await world.send()).toBe(0);
  });

  it("is turned off at once by 410, and goes on where it stopped", async () => {
    const endpointId = await world.endpoint(actor, receiver);
    receiver.answer = () => 410;
    const order = await world.order(actor);
    await world.text(order, "482913");
    await world.finish(actor, order);
    await world.tell();
    await world.send();
    expect(receiver.received).toHaveLength(1);
    expect(await stateOf(endpointId)).toEqual(
      expect.arrayContaining(["sms.received FAILED 1", "order.completed DISABLED 0"]),
    );
    receiver.answer = () => 200;
    expect(await switchEndpoint(world.deps, actor, { endpointId, isOn: true })).toMatchObject({ ok: true });
    await world.send();
    expect(types()).toEqual(["sms.received", "order.completed"]);
  });
});

describe("the owner's hand", () => {
  it("rotates the secret without a lost message: both sign for a day, then the new one alone", async () => {
    const endpointId = await world.endpoint(actor, receiver);
    const [old] = receiver.secrets;
    const rotated = await rotateSecret(world.deps, actor, { endpointId });
    if (!rotated.ok) throw new Error(rotated.reason);
    receiver.secrets.unshift(rotated.secret);
    await world.text(await world.order(actor), "482913");
    await world.tell();
    await world.send();
    expect(receiver.received[0]?.verifiedBy).toEqual([rotated.secret, old]);
    await world.later(25 * HOUR);
    await world.text(await world.order(actor), "482914");
    await world.tell();
    await world.send();
    expect(receiver.received[1]?.verifiedBy).toEqual([rotated.secret]);
    const row = await world.deps.db.webhookEndpoint.findUniqueOrThrow({ where: { id: endpointId } });
    expect(Buffer.from(row.secretCiphertext).includes(rotated.secret)).toBe(false);
  });

  it("sends again under the same id, and shows what went and came", async () => {
    const endpointId = await world.endpoint(actor, receiver);
    receiver.answer = () => 500;
    await world.text(await world.order(actor), "482913");
    await world.tell();
    await world.send();
    receiver.answer = () => 200;
    const scope = customerScope(actor);
    const { rows } = await listDeliveries(world.deps, scope, { endpointId, ...ALL });
    const deliveryId = rows[0]?.id ?? "";
    expect(await resendDelivery(world.deps, actor, { deliveryId })).toMatchObject({ ok: true });
    expect(await getDelivery(world.deps, scope, deliveryId)).toMatchObject({
      status: "DELIVERED",
      body: expect.stringContaining("482913"),
      attempts: [
        { number: 2, statusCode: 200, errorCode: null, responseBody: "ok" },
        { number: 1, statusCode: 500, errorCode: "status", responseBody: "no" },
      ],
    });
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
    const stranger = (await world.person()).actor;
    expect(await resendDelivery(world.deps, stranger, { deliveryId })).toMatchObject({ reason: "not_found" });
    expect(await getDelivery(world.deps, customerScope(stranger), deliveryId)).toBeNull();
    const stored = await world.deps.db.webhookDelivery.findUniqueOrThrow({ where: { id: deliveryId } });
    expect(Buffer.from(stored.bodyCiphertext).includes("482913")).toBe(false);
  });

  it("sends an example once, also to an endpoint that is off, and keeps its health out of it", async () => {
    const endpointId = await world.endpoint(actor, receiver);
    await switchEndpoint(world.deps, actor, { endpointId, isOn: false });
    receiver.answer = () => 500;
    expect(await sendTestEvent(world.deps, actor, { endpointId, event: "ping" })).toMatchObject({ ok: true });
    await world.send();
    expect(types()).toEqual(["ping"]);
    expect(receiver.received[0]?.body).toMatchObject({ isTest: true, data: { endpointId } });
    expect(await getEndpoint(world.deps, customerScope(actor), endpointId)).toMatchObject({ failuresInRow: 0 });
    expect(await stateOf(endpointId)).toEqual(["ping FAILED 1"]);
  });
});
