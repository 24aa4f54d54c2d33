import { writeAudit } from "@/lib/domain/audit/commands";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { endpointIdSchema } from "../schema";
import { lockEndpoint } from "./lock-endpoint";

/** Removes an endpoint with its log; what waited for it is never sent. Refusals: invalid_input, not_found. */
export async function deleteEndpoint(
  deps: KernelDeps,
  actor: UserActor,
  raw: { endpointId: string },
): Promise<Result> {
  const parsed = endpointIdSchema.safeParse(raw);
  if (!parsed.success) return refuse("invalid_input");
  const { endpointId } = parsed.data;
  return inTransaction<Result>(deps, async (tx) => {
    const endpoint = await lockEndpoint(tx, customerScope(actor), endpointId);
    if (!endpoint) return refuse("not_found");
    await tx.webhookEndpoint.delete({ where: { id: endpointId } });
    await writeAudit(tx, actor, {
      action: "webhook.deleted",
      targetType: "webhook",
      targetId: endpointId,
      before: { url: endpoint.url, events: endpoint.events.join(" ") },
    });
    return ok();
  });
}
