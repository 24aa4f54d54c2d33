import type { Plan } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { postOnce } from "@/lib/domain/wallet/commands/post-once";
import type { VpnDeps } from "../ports";
import { offShelf } from "../queries/off-shelf";
import { type AgreedChange, agreedCreditOf } from "../queries/running-credit";
import type { UpgradeInput } from "../schema";
import { daysAfter } from "../terms";
import { assignConfigs } from "./assign-configs";
import { closeAccess } from "./close-access";
import { lockBuyer } from "./lock-buyer";
import { lockSubscription } from "./lock-subscription";
import { recordPurchase } from "./record-purchase";

export interface UpgradedSubscription {
  subscriptionId: string;
  /** What was left of the plan before and was counted. */
  creditMicros: bigint;
  replayed: boolean;
}

const upgradedColumns = (plan: Plan, now: Date) => ({
  planId: plan.id,
  status: "ACTIVE" as const,
  statusReason: null,
  periodStartsAt: now,
  expiresAt: daysAfter(now, plan.durationDays),
  trafficBytes: plan.trafficBytes,
  usedUploadBytes: 0n,
  usedDownloadBytes: 0n,
  exhaustedAt: null,
  noticedPercent: 0,
  renewalNoticedAt: null,
  renewalPlanId: null,
  renewalFailure: null,
  noticedDays: null,
  maxDevices: plan.maxDevices,
  paidMicros: plan.priceMicros,
  contentVersion: { increment: 1 },
  version: { increment: 1 },
});

/** Whose subscription it is, and the invoice that paid the change. */
interface UpgradeOwner {
  userId: string;
  invoice?: { id: string; agreed: AgreedChange };
}

/**
 * Changes to another plan at once: what is left of this one is taken off the price, the link stays. Refusals: not_found,
 * plan_withdrawn, plan_changed, same_plan, upgrade_too_cheap (creditMicros), price_changed (since its invoice), subscription_over,
 * no_vpn_capacity, insufficient_funds, suspended, wallet_frozen, idempotency_mismatch.
 */
export async function upgradePlan(
  deps: VpnDeps,
  actor: Actor,
  { userId, invoice }: UpgradeOwner,
  input: UpgradeInput,
): Promise<Result<UpgradedSubscription>> {
  return postOnce<Result<UpgradedSubscription>>(deps, async (tx) => {
    const locked = await lockBuyer(tx, userId, input.key);
    if (!locked.ok) return locked;
    const subscription = await lockSubscription(tx, input.subscriptionId);
    if (!subscription || subscription.userId !== userId) return refuse("not_found");
    if (locked.prior) {
      return locked.prior.subscriptionId === subscription.id && locked.prior.planId === input.planId
        ? ok({
            subscriptionId: subscription.id,
            creditMicros: locked.prior.creditMicros,
            replayed: true,
          })
        : refuse("idempotency_mismatch");
    }
    if (subscription.status === "CANCELED") return refuse("subscription_over");
    if (subscription.status === "SUSPENDED") return refuse("suspended");
    const plan = await tx.plan.findUnique({ where: { id: input.planId } });
    if (!plan || plan.isTrial) return refuse("plan_withdrawn");
    const gone = await offShelf(tx, plan);
    if (gone) return gone;
    const before = await tx.plan.findUniqueOrThrow({ where: { id: subscription.planId } });
    if (before.familyId === plan.familyId) return refuse("same_plan");
    const now = deps.clock.now();
    const creditMicros = agreedCreditOf(subscription, plan.priceMicros, now, invoice?.agreed);
    if (creditMicros === null) return refuse("price_changed", { priceMicros: plan.priceMicros.toString() });
    if (creditMicros > plan.priceMicros)
      return refuse("upgrade_too_cheap", { creditMicros: creditMicros.toString() });
    const columns = upgradedColumns(plan, now);
    const purchaseId = await recordPurchase(deps, tx, {
      userId,
      subscriptionId: subscription.id,
      plan,
      kind: "UPGRADE",
      creditMicros,
      period: { startsAt: now, endsAt: columns.expiresAt },
      key: input.key,
      invoiceId: invoice?.id ?? null,
    });
    const changed = await tx.subscription.update({ where: { id: subscription.id }, data: columns });
    // Seats are given anew, because the plans may have other locations.
    await closeAccess(deps, tx, subscription.id, { keepAccount: false });
    const { recommended: serverId } = await assignConfigs(deps, tx, changed, plan);
    if (serverId === null) throw new RefusalError("no_vpn_capacity");
    await tx.subscription.update({ where: { id: subscription.id }, data: { serverId } });
    await writeAudit(tx, actor, {
      action: "subscription.upgraded",
      targetType: "subscription",
      targetId: subscription.id,
      before: { plan: before.name, expiresAt: subscription.expiresAt.toISOString() },
      after: {
        plan: plan.name,
        expiresAt: changed.expiresAt.toISOString(),
        price: toDecimal(plan.priceMicros),
        credit: toDecimal(creditMicros),
      },
    });
    await writeEvent(
      tx,
      "subscription.changed",
      { subscriptionId: subscription.id, news: "upgraded", purchaseId },
      { userId },
    );
    await writeEvent(tx, "wallet.changed", { userId }, { userId });
    return ok({ subscriptionId: subscription.id, creditMicros, replayed: false });
  });
}
