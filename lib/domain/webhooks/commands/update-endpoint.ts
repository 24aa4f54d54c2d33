import { writeAudit } from "@/lib/domain/audit/commands";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { SMS_ACTIVATE_EVENTS } from "../event-types";
import type { WebhooksDeps } from "../ports";
import { type UpdateEndpointInput, updateEndpointSchema } from "../schema";
import { lockEndpoint } from "./lock-endpoint";

/**
 * Changes where an endpoint is, what it is called and what it is told; what already waits goes to the new address.
 * Refusals: invalid_input, webhook_url_refused (details: why), not_found.
 */
export async function updateEndpoint(
  deps: WebhooksDeps,
  actor: UserActor,
  raw: UpdateEndpointInput,
): Promise<Result> {
  const parsed = updateEndpointSchema.safeParse(raw);
  if (!parsed.success) return refuse("invalid_input");
  const { endpointId, ...asked } = parsed.data;
  const checked = asked.url === undefined ? null : deps.webhooks.checkUrl(asked.url);
  if (checked && !checked.ok) return refuse("webhook_url_refused", { why: checked.why });
  return inTransaction<Result>(deps, async (tx) => {
    const endpoint = await lockEndpoint(tx, customerScope(actor), endpointId);
    if (!endpoint) return refuse("not_found");
    const events = endpoint.format === "SMS_ACTIVATE" ? [...SMS_ACTIVATE_EVENTS] : asked.events;
    const data = {
      url: checked?.url ?? endpoint.url,
      description: asked.description ?? endpoint.description,
      events: events ?? endpoint.events,
    };
    await tx.webhookEndpoint.update({ where: { id: endpointId }, data });
    await writeAudit(tx, actor, {
      action: "webhook.updated",
      targetType: "webhook",
      targetId: endpointId,
      before: { url: endpoint.url, description: endpoint.description, events: endpoint.events.join(" ") },
      after: { ...data, events: data.events.join(" ") },
    });
    return ok();
  });
}
