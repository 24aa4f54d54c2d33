import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { VpnDeps } from "../ports";
import { closeAccess } from "./close-access";
import { lockSubscription } from "./lock-subscription";

/**
 * Ends a subscription at once and for good, by its owner. What is left is not paid back: the page says so beforehand. One
 * that is canceled already stays so. Refusals: not_found.
 */
export async function cancelSubscription(
  deps: VpnDeps,
  actor: Actor,
  userId: string,
  subscriptionId: string,
): Promise<Result> {
  return inTransaction<Result>(deps, async (tx) => {
    const subscription = await lockSubscription(tx, subscriptionId);
    if (!subscription || subscription.userId !== userId) return refuse("not_found");
    if (subscription.status === "CANCELED") return ok();
    await tx.subscription.update({
      where: { id: subscription.id },
      data: {
        status: "CANCELED",
        statusReason: "by_owner",
        canceledAt: deps.clock.now(),
        isAutoRenew: false,
        contentVersion: { increment: 1 },
        version: { increment: 1 },
      },
    });
    await closeAccess(deps, tx, subscription.id, { keepAccount: false });
    await writeAudit(tx, actor, {
      action: "subscription.canceled",
      targetType: "subscription",
      targetId: subscription.id,
      before: { status: subscription.status },
      after: { status: "CANCELED" },
    });
    await writeEvent(
      tx,
      "subscription.ended",
      { subscriptionId: subscription.id, status: "CANCELED" },
      { userId },
    );
    return ok();
  });
}
