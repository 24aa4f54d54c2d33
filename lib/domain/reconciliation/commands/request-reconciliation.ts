import { writeAudit } from "@/lib/domain/audit/commands";
import { canMoveMoney } from "@/lib/domain/billing/policy";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";

/** Asks for a comparison now; one that runs already is the answer. Refusal: forbidden. */
export async function requestReconciliation(
  deps: Pick<KernelDeps, "db" | "ids">,
  actor: UserActor,
): Promise<Result> {
  if (!canMoveMoney(actor)) return refuse("forbidden");
  return inTransaction<Result>(deps, async (tx) => {
    const id = deps.ids.uuid();
    const made = await tx.$executeRaw`
      INSERT INTO reconciliation_runs (id, status, step, requested_by_id)
      VALUES (${id}::uuid, 'RUNNING', 'ASKING_STRIPE', ${actor.userId}::uuid) ON CONFLICT DO NOTHING`;
    if (made > 0) {
      await writeAudit(tx, actor, {
        action: "reconciliation.requested",
        targetType: "reconciliation",
        targetId: id,
        after: { status: "RUNNING" },
      });
    }
    return ok();
  });
}
