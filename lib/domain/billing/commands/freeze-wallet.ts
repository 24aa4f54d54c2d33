import type { Tx } from "@/lib/db/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canMoveMoney } from "../policy";

/** Stops a wallet from paying, in the transaction of its cause. A wallet frozen already stays as it was frozen. */
export async function freezeWallet(
  tx: Tx,
  actor: Actor,
  { userId, reason, paymentId }: { userId: string; reason: string; paymentId: string },
): Promise<void> {
  const { count } = await tx.walletFreeze.createMany({
    data: [{ userId, reason, paymentId }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  await writeAudit(tx, actor, {
    action: "wallet.frozen",
    targetType: "user",
    targetId: userId,
    before: { frozen: false },
    after: { frozen: true, paymentId },
    reason,
  });
  await writeEvent(tx, "wallet.changed", { userId }, { userId });
}

/** Lets a wallet pay again. Refusals: forbidden, not_found. */
export async function liftFreeze(
  deps: KernelDeps,
  actor: Actor,
  { userId, reason }: { userId: string; reason: string },
): Promise<Result> {
  if (!canMoveMoney(actor)) return refuse("forbidden");
  return inTransaction<Result>(deps, async (tx) => {
    const { count } = await tx.walletFreeze.deleteMany({ where: { userId } });
    if (count === 0) return refuse("not_found");
    await writeAudit(tx, actor, {
      action: "wallet.unfrozen",
      targetType: "user",
      targetId: userId,
      before: { frozen: true },
      after: { frozen: false },
      reason,
    });
    await writeEvent(tx, "wallet.changed", { userId }, { userId });
    return ok();
  });
}
