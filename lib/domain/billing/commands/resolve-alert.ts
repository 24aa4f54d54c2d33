import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canMoveMoney } from "../policy";

/** An administrator has seen to an alert. Told of the same thing again, it opens again. Refusals: forbidden, not_found. */
export async function resolveAlert(
  deps: KernelDeps,
  actor: UserActor,
  { alertId, reason }: { alertId: string; reason: string },
): Promise<Result> {
  if (!canMoveMoney(actor)) return refuse("forbidden");
  return inTransaction<Result>(deps, async (tx) => {
    const [alert] = await tx.$queryRaw<{ kind: string }[]>`
      UPDATE money_alerts SET resolved_at = app_now(), resolved_by_id = ${actor.userId}::uuid
      WHERE id = ${alertId}::uuid AND resolved_at IS NULL RETURNING kind`;
    if (!alert) return refuse("not_found");
    await writeAudit(tx, actor, {
      action: "money_alert.resolved",
      targetType: "money_alert",
      targetId: alertId,
      before: { open: true },
      after: { open: false, kind: alert.kind },
      reason,
    });
    return ok();
  });
}
