import type { z } from "zod";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { EXAMPLE_PUSH, WEBHOOK_EXAMPLES } from "../examples";
import { messageBody } from "../message-body";
import { messageIdOf } from "../message-id";
import type { WebhooksDeps } from "../ports";
import { testEventSchema } from "../schema";
import { sendDelivery } from "./send-delivery";

const CLAIM_MS = 60_000;

/**
 * Sends an example of an event at once and once, also to an endpoint that is off; whatever comes back does not count
 * for its health. Refusals: invalid_input, not_found.
 */
export async function sendTestEvent(
  deps: WebhooksDeps,
  actor: UserActor,
  raw: z.input<typeof testEventSchema>,
): Promise<Result<{ deliveryId: string }>> {
  const parsed = testEventSchema.safeParse(raw);
  if (!parsed.success) return refuse("invalid_input");
  const { endpointId } = parsed.data;
  const { userId } = customerScope(actor);
  const endpoint = await deps.db.webhookEndpoint.findFirst({ where: { id: endpointId, userId } });
  if (!endpoint) return refuse("not_found");
  const type = endpoint.format === "SMS_ACTIVATE" ? "sms.received" : parsed.data.event;
  const id = deps.ids.uuid();
  const data = type === "ping" ? { endpointId } : WEBHOOK_EXAMPLES[type];
  const at = deps.clock.now();
  const told = { type, at, isSandbox: endpoint.isSandbox, data, push: EXAMPLE_PUSH };
  const body = messageBody(endpoint.format, messageIdOf(id), told, true);
  if (body === null) return refuse("invalid_input");
  await deps.db.webhookDelivery.create({
    data: {
      id,
      endpointId,
      eventType: type,
      sourceKey: `test:${id}`,
      sequence: 0n,
      isOrdered: false,
      isTest: true,
      bodyCiphertext: new Uint8Array(deps.cipher.encrypt(body)),
      nextAttemptAt: at,
      claimedUntil: new Date(deps.clock.securityNow().getTime() + CLAIM_MS),
    },
  });
  await sendDelivery(deps, id);
  return ok({ deliveryId: id });
}
