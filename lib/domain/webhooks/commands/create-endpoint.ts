import { writeAudit } from "@/lib/domain/audit/commands";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { WebhooksDeps } from "../ports";
import { type CreateEndpointInput, createEndpointSchema } from "../schema";
import { newWebhookSecret } from "../secret";

/** More than this is a mistake: each event is sent to every endpoint that wants it. */
export const MAX_ENDPOINTS = 20;

/**
 * Makes an endpoint and answers its secret, which is shown this once. Refusals: invalid_input, webhook_url_refused
 * (details: why), not_found (the project), too_many_webhooks.
 */
export async function createEndpoint(
  deps: WebhooksDeps,
  actor: UserActor,
  raw: CreateEndpointInput,
): Promise<Result<{ endpointId: string; secret: string }>> {
  const parsed = createEndpointSchema.safeParse(raw);
  if (!parsed.success) return refuse("invalid_input");
  const input = parsed.data;
  const checked = deps.webhooks.checkUrl(input.url);
  if (!checked.ok) return refuse("webhook_url_refused", { why: checked.why });
  const { userId } = customerScope(actor);
  const endpointId = deps.ids.uuid();
  const secret = newWebhookSecret(deps.ids);
  return inTransaction<Result<{ endpointId: string; secret: string }>>(deps, async (tx) => {
    // One maker at a time, so that the limit holds.
    await tx.$executeRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR UPDATE`;
    if (input.projectId) {
      const where = { id: input.projectId, userId, archivedAt: null };
      if ((await tx.project.count({ where })) === 0) return refuse("not_found");
    }
    if ((await tx.webhookEndpoint.count({ where: { userId } })) >= MAX_ENDPOINTS)
      return refuse("too_many_webhooks", { most: MAX_ENDPOINTS });
    const { url } = checked;
    const secretCiphertext = new Uint8Array(deps.cipher.encrypt(secret));
    await tx.webhookEndpoint.create({ data: { ...input, id: endpointId, userId, url, secretCiphertext } });
    await writeAudit(tx, actor, {
      action: "webhook.created",
      targetType: "webhook",
      targetId: endpointId,
      after: { url, events: input.events.join(" "), format: input.format, isSandbox: input.isSandbox },
    });
    return ok({ endpointId, secret });
  });
}
