import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { allowsStep } from "../withdrawal-rules";
import { endHold, lockWithdrawal, recordMove } from "./move-withdrawal";

/**
 * The customer takes a waiting request back; the money is available again at once. Refusals: not_found (missing, or
 * somebody else's), withdrawal_closed (approved or over).
 */
export async function cancelWithdrawal(
  deps: KernelDeps,
  actor: UserActor,
  { withdrawalId }: { withdrawalId: string },
): Promise<Result> {
  return inTransaction<Result>(deps, async (tx) => {
    const row = await lockWithdrawal(tx, withdrawalId);
    if (row?.userId !== actor.userId) return refuse("not_found");
    if (!allowsStep("cancel", row.status)) return refuse("withdrawal_closed");
    await endHold(tx, row, false);
    await recordMove(deps, tx, actor, row, { status: "CANCELED", action: "withdrawal.canceled" });
    return ok();
  });
}
