import type { Tx } from "@/lib/db/client";
import type { WebhookEndpoint } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import { type Actor, systemActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import type { WebhookDisabledReason } from "../types";

const SENDER = systemActor("webhooks");

/** Stops an endpoint whose row is locked; what waited for it is set aside until it is enabled again. */
export async function disableEndpoint(
  tx: Tx,
  deps: Pick<KernelDeps, "clock">,
  { id, userId, url }: Pick<WebhookEndpoint, "id" | "userId" | "url">,
  reason: WebhookDisabledReason,
  actor: Actor = SENDER,
): Promise<void> {
  const now = deps.clock.now();
  await tx.webhookEndpoint.update({ where: { id }, data: { disabledAt: now, disabledReason: reason } });
  await tx.webhookDelivery.updateMany({
    where: { endpointId: id, status: { in: ["QUEUED", "RETRYING"] } },
    data: { status: "DISABLED", nextAttemptAt: null, finishedAt: now },
  });
  await writeAudit(tx, actor, {
    action: "webhook.disabled",
    targetType: "webhook",
    targetId: id,
    after: { url, reason },
  });
  if (reason !== "CUSTOMER")
    await writeEvent(tx, "webhook.disabled", { endpointId: id, reason }, { userId, subjectId: id });
}
