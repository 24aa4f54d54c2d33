import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { deliverSandboxMessages } from "@/lib/domain/numbers/commands/deliver-sandbox-messages";
import { claimDeliveries } from "@/lib/domain/webhooks/commands/claim-deliveries";
import { makeDeliveries } from "@/lib/domain/webhooks/commands/make-deliveries";
import type { SourceEvent } from "@/lib/domain/webhooks/fact";
import { payloadSchemaOf, smsActivatePush } from "@/lib/domain/webhooks/payloads";
import type { WebhookEvent } from "@/lib/domain/webhooks/types";
import type { Receiver } from "./receiver";
import { openWebhookWorld, type WebhookWorld } from "./webhook-world";

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
      expect(
        payloadSchemaOf(type as WebhookEvent)
          .strict()
          .safeParse(body).error,
      ).toBeUndefined();
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
    expect(receiver.received[1]?.body.data).toMatchObject({
      amount: "0.35",
      to: "wallet",
      order: { id: order.id },
    });
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
    const live = await world.order(actor);
    const owned = await world.order(actor);
    const played = await world.order({ ...actor, isSandbox: true });
    await world.deps.db.order.update({ where: { id: owned.id }, data: { projectId: project.id } });
    for (const order of [live, owned]) await world.text(order, "482913");
    await world.later(3);
    await deliverSandboxMessages(world.deps);
    await world.tell();
    await world.send();
    const ordersOf = ({ received }: Receiver) => received.map(({ body }) => body.data?.order?.id).toSorted();
    expect(ordersOf(receiver)).toEqual([live.id, owned.id].toSorted());
    expect(ordersOf(sandbox)).toEqual([played.id]);
    expect(sandbox.received[0]?.body).toMatchObject({ mode: "sandbox" });
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
    const steps = receiver.received.map(
      ({ body }) => body.data as unknown as { percent: number; spent: string },
    );
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
    let failures = 0;
    receiver.answer = ({ body }) => {
      if (body.data?.order?.id !== first.id || failures === 2) return 200;
      failures += 1;
      return 500;
    };
    for (const order of [first, second]) {
      await world.text(order, "111111");
      await world.finish(actor, order);
    }
    await world.tell();
    await world.send();
    const ofSecond = receiver.received.filter(({ body }) => body.data?.order?.id === second.id);
    expect(ofSecond.map(({ type }) => type)).toEqual(["sms.received", "order.completed"]);
    for (let round = 0; round < 3; round += 1) {
      await world.later(400);
      await world.send();
    }
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
    await world.deps.db
      .$executeRaw`UPDATE webhook_deliveries SET claimed_until = now() WHERE id = ${delivery.id}::uuid`;
    expect(await world.send()).toBe(1);
    expect(receiver.received.map(({ id }) => id)).toEqual([
      receiver.received[0]?.id,
      receiver.received[0]?.id,
    ]);
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
