import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { VpnDeps } from "../ports";
import { lockSubscription } from "./lock-subscription";

/** Turns renewal from the wallet on or off. Refusals: not_found, subscription_over, plan_withdrawn (a trial). */
export async function switchAutoRenewal(
  deps: VpnDeps,
  actor: Actor,
  userId: string,
  { subscriptionId, isOn }: { subscriptionId: string; isOn: boolean },
): Promise<Result> {
  return inTransaction<Result>(deps, async (tx) => {
    const subscription = await lockSubscription(tx, subscriptionId);
    if (!subscription || subscription.userId !== userId) return refuse("not_found");
    if (subscription.status === "CANCELED") return refuse("subscription_over");
    const plan = await tx.plan.findUniqueOrThrow({ where: { id: subscription.planId } });
    if (isOn && plan.isTrial) return refuse("plan_withdrawn");
    if (subscription.isAutoRenew === isOn) return ok();
    await tx.subscription.update({
      where: { id: subscriptionId },
      data: { isAutoRenew: isOn, renewalFailure: null, version: { increment: 1 } },
    });
    await writeAudit(tx, actor, {
      action: "subscription.auto_renewal",
      targetType: "subscription",
      targetId: subscriptionId,
      before: { isAutoRenew: subscription.isAutoRenew },
      after: { isAutoRenew: isOn },
    });
    return ok();
  });
}
