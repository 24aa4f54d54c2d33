import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canManageProviders } from "../policy";

/** Buys at a provider again at once, although it had failed. Refusals: forbidden, not_found. */
export async function resumeProvider(
  deps: Pick<KernelDeps, "db">,
  actor: Actor,
  id: string,
): Promise<Result> {
  if (!canManageProviders(actor)) return refuse("forbidden");
  return inTransaction<Result>(deps, async (tx) => {
    const [row] = await tx.$queryRaw<{ failures: number; until: Date | null }[]>`
      SELECT consecutive_failures AS failures, paused_until AS until FROM providers WHERE id = ${id}::uuid FOR UPDATE`;
    if (!row) throw new RefusalError("not_found");
    await tx.provider.update({ where: { id }, data: { consecutiveFailures: 0, pausedUntil: null } });
    await writeAudit(tx, actor, {
      action: "provider.resumed",
      targetType: "provider",
      targetId: id,
      before: { consecutiveFailures: row.failures, pausedUntil: row.until?.toISOString() ?? null },
      after: { consecutiveFailures: 0, pausedUntil: null },
    });
    return ok();
  });
}
