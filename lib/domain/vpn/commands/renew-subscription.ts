import type { Tx } from "@/lib/db/client";
import type { Plan, Subscription } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { postOnce } from "@/lib/domain/wallet/commands/post-once";
import { ownRenewalPlan } from "../own-renewal-plan";
import type { VpnDeps } from "../ports";
import type { RenewInput } from "../schema";
import { goesOn, renewedPeriod } from "../terms";
import { assignConfigs } from "./assign-configs";
import { lockBuyer } from "./lock-buyer";
import { lockSubscription } from "./lock-subscription";
import { recordPurchase } from "./record-purchase";

export interface RenewedSubscription {
  subscriptionId: string;
  expiresAt: Date;
  replayed: boolean;
}

interface RenewingOwner {
  userId: string;
  invoiceId?: string;
  /** Nobody asked just now: only what still runs and still renews by itself, for no more than was announced. */
  byItself?: boolean;
}

/**
 * What a renewal makes of a subscription. Traffic of the running period is not lost: a period that still runs, if only in its
 * grace, gets the new traffic on top; one that is over begins anew.
 */
export function renewedColumns(subscription: Subscription, plan: Plan, now: Date) {
  const period = renewedPeriod(now, subscription, plan.durationDays);
  const isRunning = subscription.status === "ACTIVE" && goesOn(subscription, now);
  const addsTraffic = isRunning && subscription.trafficBytes !== null && plan.trafficBytes !== null;
  return {
    period,
    columns: {
      status: "ACTIVE" as const,
      statusReason: null,
      planId: plan.id,
      expiresAt: period.endsAt,
      maxDevices: plan.maxDevices,
      trafficBytes: addsTraffic
        ? (subscription.trafficBytes ?? 0n) + (plan.trafficBytes ?? 0n)
        : plan.trafficBytes,
      ...(isRunning
        ? { paidMicros: subscription.paidMicros + plan.priceMicros }
        : {
            paidMicros: plan.priceMicros,
            periodStartsAt: period.startsAt,
            usedUploadBytes: 0n,
            usedDownloadBytes: 0n,
          }),
      exhaustedAt: null,
      noticedPercent: 0,
      renewalNoticedAt: null,
      renewalPlanId: null,
      renewalFailure: null,
      noticedDays: null,
      contentVersion: { increment: 1 },
      version: { increment: 1 },
    },
  };
}

const planOnSale = (tx: Tx, familyId: string): Promise<Plan | null> =>
  tx.plan.findFirst({ where: { familyId, isCurrent: true, isActive: true, isTrial: false } });

async function announcedPlan(tx: Tx, subscription: Subscription, sold: Plan | null): Promise<Plan | null> {
  const { renewalPlanId: id } = subscription;
  const announced = id === null ? null : await tx.plan.findUnique({ where: { id } });
  return ownRenewalPlan(subscription, announced, sold);
}

/**
 * Renews by the terms that are sold now of the same plan, from the wallet; a subscription that has ended lives again with
 * the same link. The same key renews once. Refusals: not_found, plan_withdrawn, plan_changed, subscription_over
 * (canceled), no_vpn_capacity, insufficient_funds, suspended, wallet_frozen, idempotency_mismatch.
 */
export async function renewSubscription(
  deps: VpnDeps,
  actor: Actor,
  owner: RenewingOwner,
  input: RenewInput,
): Promise<Result<RenewedSubscription>> {
  return postOnce<Result<RenewedSubscription>>(deps, async (tx) => {
    const locked = await lockBuyer(tx, owner.userId, input.key);
    if (!locked.ok) return locked;
    const subscription = await lockSubscription(tx, input.subscriptionId);
    if (!subscription || subscription.userId !== owner.userId) return refuse("not_found");
    if (locked.prior) {
      return locked.prior.subscriptionId === subscription.id
        ? ok({ subscriptionId: subscription.id, expiresAt: subscription.expiresAt, replayed: true })
        : refuse("idempotency_mismatch");
    }
    if (owner.byItself && !(subscription.status === "ACTIVE" && subscription.isAutoRenew))
      return refuse("subscription_over");
    if (subscription.status === "CANCELED") return refuse("subscription_over");
    if (subscription.status === "SUSPENDED") return refuse("suspended");
    const before = await tx.plan.findUniqueOrThrow({ where: { id: subscription.planId } });
    const sold = await planOnSale(tx, before.familyId);
    const plan = owner.byItself ? await announcedPlan(tx, subscription, sold) : sold;
    if (!plan) return refuse("plan_withdrawn");
    if (input.planId !== undefined && input.planId !== plan.id) return refuse("plan_changed");
    const { period, columns } = renewedColumns(subscription, plan, deps.clock.now());
    const purchaseId = await recordPurchase(deps, tx, {
      userId: owner.userId,
      subscriptionId: subscription.id,
      plan,
      kind: "RENEW",
      creditMicros: 0n,
      period,
      key: input.key,
      invoiceId: owner.invoiceId ?? null,
    });
    const renewed = await tx.subscription.update({ where: { id: subscription.id }, data: columns });
    const { seats } = await assignConfigs(deps, tx, renewed, plan);
    // Thrown, so that the payment above is undone.
    if (seats === 0) throw new RefusalError("no_vpn_capacity");
    await tx.userConfig.updateMany({
      where: { subscriptionId: renewed.id },
      data: { expiresAt: renewed.expiresAt },
    });
    await writeAudit(tx, actor, {
      action: "subscription.renewed",
      targetType: "subscription",
      targetId: subscription.id,
      before: { expiresAt: subscription.expiresAt.toISOString(), status: subscription.status },
      after: { expiresAt: renewed.expiresAt.toISOString(), price: toDecimal(plan.priceMicros) },
    });
    await writeEvent(
      tx,
      "subscription.renewed",
      { subscriptionId: subscription.id, purchaseId },
      { userId: owner.userId },
    );
    await writeEvent(tx, "wallet.changed", { userId: owner.userId }, { userId: owner.userId });
    return ok({ subscriptionId: renewed.id, expiresAt: renewed.expiresAt, replayed: false });
  });
}
