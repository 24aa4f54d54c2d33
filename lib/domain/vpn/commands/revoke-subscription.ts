import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canChangeVpn } from "../policy";
import type { VpnDeps } from "../ports";
import type { StaffDecisionInput } from "../schema";
import { closeAccess } from "./close-access";
import { lockSubscription } from "./lock-subscription";

/**
 * Ends a subscription at once and for good, by staff: its accounts go from every panel, its seats are free, nothing is paid
 * back. Refusals: forbidden, not_found.
 */
export async function revokeSubscription(
  deps: VpnDeps,
  actor: Actor,
  { subscriptionId, reason }: StaffDecisionInput,
): Promise<Result> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  return inTransaction<Result>(deps, async (tx) => {
    const subscription = await lockSubscription(tx, subscriptionId);
    if (!subscription) return refuse("not_found");
    if (subscription.status === "CANCELED") return ok();
    await tx.subscription.update({
      where: { id: subscriptionId },
      data: {
        status: "CANCELED",
        statusReason: "by_staff",
        canceledAt: deps.clock.now(),
        isAutoRenew: false,
        contentVersion: { increment: 1 },
        version: { increment: 1 },
      },
    });
    await closeAccess(deps, tx, subscriptionId, { keepAccount: false });
    await writeAudit(tx, actor, {
      action: "subscription.revoked",
      targetType: "subscription",
      targetId: subscriptionId,
      before: { status: subscription.status },
      after: { status: "CANCELED" },
      reason,
    });
    await writeEvent(
      tx,
      "subscription.ended",
      { subscriptionId, status: "CANCELED" },
      { userId: subscription.userId },
    );
    return ok();
  });
}
