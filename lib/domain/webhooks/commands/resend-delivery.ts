import { writeAudit } from "@/lib/domain/audit/commands";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { WebhooksDeps } from "../ports";
import { deliveryIdSchema } from "../schema";
import { claimDelivery } from "./claim-deliveries";
import { lockEndpoint } from "./lock-endpoint";
import { sendDelivery } from "./send-delivery";

/**
 * Sends a delivery again at once, under its own id, and begins its schedule anew should that fail. It waits for
 * nothing else and holds nothing up. Refusals: invalid_input, not_found, webhook_disabled, conflict (it is being sent).
 */
export async function resendDelivery(
  deps: WebhooksDeps,
  actor: UserActor,
  raw: { deliveryId: string },
): Promise<Result> {
  const parsed = deliveryIdSchema.safeParse(raw);
  if (!parsed.success) return refuse("invalid_input");
  const { deliveryId: id } = parsed.data;
  const scope = customerScope(actor);
  const delivery = await deps.db.webhookDelivery.findFirst({
    where: { id, endpoint: { userId: scope.userId } },
  });
  if (!delivery) return refuse("not_found");
  if (!(await claimDelivery(deps, id))) return refuse("conflict");
  const answer = await inTransaction<Result>(deps, async (tx) => {
    const endpoint = await lockEndpoint(tx, scope, delivery.endpointId);
    if (!endpoint) return refuse("not_found");
    if (endpoint.disabledAt) {
      await tx.webhookDelivery.updateMany({ where: { id }, data: { claimedUntil: null } });
      return refuse("webhook_disabled");
    }
    await tx.webhookDelivery.update({
      where: { id },
      data: {
        status: "RETRYING",
        isOrdered: false,
        scheduleCount: 0,
        nextAttemptAt: deps.clock.now(),
        finishedAt: null,
      },
    });
    await writeAudit(tx, actor, {
      action: "webhook.resent",
      targetType: "webhook",
      targetId: endpoint.id,
      after: { event: delivery.eventType, delivery: id },
    });
    return ok();
  });
  if (answer.ok) await sendDelivery(deps, id);
  return answer;
}
