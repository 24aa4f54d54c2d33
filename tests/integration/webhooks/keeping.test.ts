import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import { resendDelivery } from "@/lib/domain/webhooks/commands/resend-delivery";
import { rotateSecret } from "@/lib/domain/webhooks/commands/rotate-secret";
import { sendTestEvent } from "@/lib/domain/webhooks/commands/send-test-event";
import { switchEndpoint } from "@/lib/domain/webhooks/commands/switch-endpoint";
import { getDelivery, listDeliveries } from "@/lib/domain/webhooks/queries/deliveries";
import { getEndpoint } from "@/lib/domain/webhooks/queries/endpoints";
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
      const seconds =
        Math.ceil((next.nextAttemptAt.getTime() - world.deps.clock.now().getTime()) / 1_000) + 1;
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

  it("rotates again before the day is over: each secret signs until its own time, and not too many of them", async () => {
    const endpointId = await world.endpoint(actor, receiver);
    const [first] = receiver.secrets;
    const rotate = async () => {
      const rotated = await rotateSecret(world.deps, actor, { endpointId });
      if (!rotated.ok) throw new Error(rotated.reason);
      receiver.secrets.unshift(rotated.secret);
      return rotated.secret;
    };
    const sent = async () => {
      await world.text(await world.order(actor), "482913");
      await world.tell();
      await world.send();
      return receiver.received.at(-1)?.verifiedBy;
    };
    const second = await rotate();
    await world.later(20 * HOUR);
    const third = await rotate();
    expect(await sent()).toEqual([third, second, first]);
    await world.later(5 * HOUR);
    expect(await sent()).toEqual([third, second]);
    await world.later(20 * HOUR);
    expect(await sent()).toEqual([third]);
    for (let times = 0; times < 9; times += 1) await rotate();
    expect(await rotateSecret(world.deps, actor, { endpointId })).toMatchObject({ reason: "rate_limited" });
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
      body: receiver.received[0]?.text,
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
    expect(await getEndpoint(world.deps, customerScope(actor), endpointId)).toMatchObject({
      failuresInRow: 0,
    });
    expect(await stateOf(endpointId)).toEqual(["ping FAILED 1"]);
  });
});

it.each(["0", "99999999999999999999", "..%2Fx", "'"])(
  "%s is the id of no endpoint and no delivery",
  async (id) => {
    expect(await getEndpoint(world.deps, customerScope(actor), id)).toBeNull();
    expect(await getDelivery(world.deps, customerScope(actor), id)).toBeNull();
  },
);
