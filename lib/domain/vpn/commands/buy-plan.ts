import type { Tx } from "@/lib/db/client";
import type { Plan, User } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import { toDecimal } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Refusal, type Result, refuse } from "@/lib/domain/kernel/result";
import { postOnce } from "@/lib/domain/wallet/commands/post-once";
import type { VpnDeps } from "../ports";
import { offShelf } from "../queries/off-shelf";
import type { BuyPlanInput } from "../schema";
import { MAX_LIVE_SUBSCRIPTIONS } from "../terms";
import { lockBuyer } from "./lock-buyer";
import { openSubscription } from "./open-subscription";
import { recordPurchase } from "./record-purchase";

export interface BoughtPlan {
  subscriptionId: string;
  replayed: boolean;
}

export interface PlanBuyer {
  userId: string;
  /** The paid invoice whose money this spends. */
  invoiceId?: string;
}

async function refusalOf(tx: Tx, user: User, plan: Plan, input: BuyPlanInput): Promise<Refusal | null> {
  const gone = await offShelf(tx, plan);
  if (gone) return gone;
  if (input.expectedPriceMicros !== undefined && plan.priceMicros > input.expectedPriceMicros)
    return refuse("price_changed", { priceMicros: plan.priceMicros.toString() });
  if (plan.isTrial) {
    if (user.hasUsedTrial) return refuse("trial_used");
    if (!user.emailVerifiedAt) return refuse("trial_needs_email");
  }
  const live = await tx.subscription.count({
    where: { userId: user.id, status: { in: ["ACTIVE", "SUSPENDED"] } },
  });
  return live >= MAX_LIVE_SUBSCRIPTIONS
    ? refuse("too_many_subscriptions", { limit: MAX_LIVE_SUBSCRIPTIONS })
    : null;
}

/**
 * Buys a plan from the wallet, or begins a trial: payment, subscription, link and seats in one transaction; the panels are
 * told afterwards. The same key buys once. Refusals: not_found, plan_withdrawn, plan_changed, price_changed,
 * trial_used, trial_needs_email, too_many_subscriptions, no_vpn_capacity, insufficient_funds, suspended, wallet_frozen,
 * idempotency_mismatch.
 */
export async function buyPlan(
  deps: VpnDeps,
  actor: Actor,
  buyer: PlanBuyer,
  input: BuyPlanInput,
): Promise<Result<BoughtPlan>> {
  return postOnce<Result<BoughtPlan>>(deps, async (tx) => {
    const locked = await lockBuyer(tx, buyer.userId, input.key);
    if (!locked.ok) return locked;
    if (locked.prior) {
      return locked.prior.planId === input.planId
        ? ok({ subscriptionId: locked.prior.subscriptionId, replayed: true })
        : refuse("idempotency_mismatch");
    }
    const plan = await tx.plan.findUnique({ where: { id: input.planId } });
    if (!plan) return refuse("not_found");
    const refusal = await refusalOf(tx, locked.user, plan, input);
    if (refusal) return refusal;
    const subscription = await openSubscription(deps, tx, {
      userId: buyer.userId,
      plan,
      key: input.key,
      isAutoRenew: input.isAutoRenew,
    });
    const purchaseId = await recordPurchase(deps, tx, {
      userId: buyer.userId,
      subscriptionId: subscription.id,
      plan,
      kind: plan.isTrial ? "TRIAL" : "BUY",
      creditMicros: 0n,
      period: { startsAt: subscription.periodStartsAt, endsAt: subscription.expiresAt },
      key: input.key,
      invoiceId: buyer.invoiceId ?? null,
    });
    if (plan.isTrial) await tx.user.update({ where: { id: buyer.userId }, data: { hasUsedTrial: true } });
    await writeAudit(tx, actor, {
      action: "subscription.started",
      targetType: "subscription",
      targetId: subscription.id,
      after: { number: subscription.number, plan: plan.name, price: toDecimal(plan.priceMicros) },
    });
    await writeEvent(
      tx,
      "subscription.started",
      { subscriptionId: subscription.id, purchaseId },
      { userId: buyer.userId },
    );
    await writeEvent(tx, "wallet.changed", { userId: buyer.userId }, { userId: buyer.userId });
    return ok({ subscriptionId: subscription.id, replayed: false });
  });
}
