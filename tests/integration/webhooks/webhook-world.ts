import { randomUUID } from "node:crypto";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { cancelOrder } from "@/lib/domain/numbers/commands/cancel-order";
import { finishOrder } from "@/lib/domain/numbers/commands/finish-order";
import { receiveMessage } from "@/lib/domain/numbers/commands/receive-message";
import type { OrderView } from "@/lib/domain/numbers/types";
import { createEndpoint } from "@/lib/domain/webhooks/commands/create-endpoint";
import type { CreateEndpointInput } from "@/lib/domain/webhooks/schema";
import { dispatchOutbox } from "@/lib/jobs/definitions/dispatch-outbox";
import { WEBHOOK_JOBS } from "@/lib/jobs/definitions/webhooks";
import { passTime } from "@/tests/support/pass-time";
import { openWorld, type World } from "@/tests/support/world";
import { addNumbers, openShop, rent, type Shop, sms } from "../numbers/numbers-fixture";
import { openReceiver, type Receiver } from "./receiver";

const NEVER = new AbortController().signal;

export interface WebhookWorld extends World {
  shop: Shop;
  receiver(): Promise<Receiver>;
  endpoint(actor: UserActor, receiver: Receiver, input?: Partial<CreateEndpointInput>): Promise<string>;
  order(actor: UserActor): Promise<OrderView>;
  /** A message with a code for that order. */
  text(order: OrderView, code: string): Promise<void>;
  cancel(actor: UserActor, order: OrderView): Promise<void>;
  finish(actor: UserActor, order: OrderView): Promise<void>;
  /** Tells every event that waits. */
  tell(): Promise<void>;
  /** Sends whatever is due now. Returns how many. */
  send(): Promise<number>;
  /** Moves business time on. */
  later(seconds: number): Promise<void>;
}

export async function openWebhookWorld(): Promise<WebhookWorld> {
  const world = await openWorld({ WEBHOOK_LOCAL_RECEIVERS: "on" });
  const { deps } = world;
  const shop: Shop = { ...(await openShop(deps.db)), deps };
  const receivers: Receiver[] = [];
  const [sendJob] = WEBHOOK_JOBS;
  if (!sendJob) throw new Error("the job that sends is missing");
  return {
    ...world,
    shop,
    async receiver() {
      const receiver = await openReceiver();
      receivers.push(receiver);
      return receiver;
    },
    async endpoint(actor, receiver, input = {}) {
      const events = ["sms.received", "order.completed", "order.canceled", "refund.settled"] as const;
      const made = await createEndpoint(deps, actor, { url: receiver.url, events: [...events], ...input });
      if (!made.ok) throw new Error(made.reason);
      receiver.secrets.unshift(made.secret);
      return made.endpointId;
    },
    async order(actor) {
      await addNumbers(shop, 1);
      return rent(shop, actor, { idempotencyKey: randomUUID() });
    },
    async text(order, code) {
      await receiveMessage(deps, sms(order.phoneE164, `Your WhatsApp code: ${code}`));
    },
    async cancel(actor, order) {
      await passTime(deps, 300);
      const canceled = await cancelOrder(deps, actor, { orderId: order.id });
      if (!canceled.ok) throw new Error(canceled.reason);
    },
    async finish(actor, order) {
      const finished = await finishOrder(deps, actor, { orderId: order.id });
      if (!finished.ok) throw new Error(finished.reason);
    },
    async tell() {
      await dispatchOutbox.run(deps, NEVER);
    },
    send: () => sendJob.run(deps, NEVER),
    later: (seconds) => passTime(deps, seconds),
    async close() {
      await Promise.all(receivers.map((one) => one.close()));
      await world.close();
    },
  };
}
