import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canChangeVpn } from "../policy";
import type { VpnDeps } from "../ports";
import type { StaffDecisionInput } from "../schema";
import { lockSubscription } from "./lock-subscription";

/**
 * Closes every account of a subscription at once and keeps its seats, until staff resumes it. One that is suspended already
 * stays so. Refusals: forbidden, not_found, subscription_over (ended or canceled).
 */
export async function suspendSubscription(
  deps: VpnDeps,
  actor: Actor,
  { subscriptionId, reason }: StaffDecisionInput,
): Promise<Result> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  return inTransaction<Result>(deps, async (tx) => {
    const subscription = await lockSubscription(tx, subscriptionId);
    if (!subscription) return refuse("not_found");
    if (subscription.status === "SUSPENDED") return ok();
    if (subscription.status !== "ACTIVE") return refuse("subscription_over");
    const now = deps.clock.securityNow();
    await tx.subscription.update({
      where: { id: subscriptionId },
      data: {
        status: "SUSPENDED",
        statusReason: "by_staff",
        contentVersion: { increment: 1 },
        version: { increment: 1 },
      },
    });
    await tx.subscriptionCredential.updateMany({
      where: { subscriptionId, desiredState: "ACTIVE" },
      data: {
        desiredState: "DISABLED",
        desiredVersion: { increment: 1 },
        nextAttemptAt: now,
        revokedAt: now,
        cutAt: null,
      },
    });
    await writeAudit(tx, actor, {
      action: "subscription.suspended",
      targetType: "subscription",
      targetId: subscriptionId,
      before: { status: "ACTIVE" },
      after: { status: "SUSPENDED" },
      reason,
    });
    await writeEvent(
      tx,
      "subscription.changed",
      { subscriptionId, news: "suspended" },
      { userId: subscription.userId },
    );
    return ok();
  });
}

/**
 * Opens a suspended subscription again; its time went on meanwhile, and the job ends it where that is over. Refusals:
 * forbidden, not_found, subscription_over (it was not suspended).
 */
export async function resumeSubscription(
  deps: VpnDeps,
  actor: Actor,
  { subscriptionId, reason }: StaffDecisionInput,
): Promise<Result> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  return inTransaction<Result>(deps, async (tx) => {
    const subscription = await lockSubscription(tx, subscriptionId);
    if (!subscription) return refuse("not_found");
    if (subscription.status === "ACTIVE") return ok();
    if (subscription.status !== "SUSPENDED") return refuse("subscription_over");
    const opens =
      subscription.exhaustedAt === null && subscription.expiresAt.getTime() > deps.clock.now().getTime();
    await tx.subscription.update({
      where: { id: subscriptionId },
      data: {
        status: "ACTIVE",
        statusReason: null,
        contentVersion: { increment: 1 },
        version: { increment: 1 },
      },
    });
    if (opens)
      await tx.subscriptionCredential.updateMany({
        where: { subscriptionId, desiredState: "DISABLED" },
        data: {
          desiredState: "ACTIVE",
          desiredVersion: { increment: 1 },
          nextAttemptAt: deps.clock.securityNow(),
          revokedAt: null,
          cutAt: null,
        },
      });
    await writeAudit(tx, actor, {
      action: "subscription.resumed",
      targetType: "subscription",
      targetId: subscriptionId,
      before: { status: "SUSPENDED" },
      after: { status: "ACTIVE" },
      reason,
    });
    await writeEvent(
      tx,
      "subscription.changed",
      { subscriptionId, news: "resumed" },
      { userId: subscription.userId },
    );
    return ok();
  });
}
