import { type PayersPages, type StartedTopUp, startTopUp } from "@/lib/domain/billing/commands/start-top-up";
import type { BillingDeps } from "@/lib/domain/billing/ports";
import { methodState } from "@/lib/domain/billing/queries/top-up-usage";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { amountForPrice } from "@/lib/domain/kernel/amount-for-price";
import { type Result, refuse } from "@/lib/domain/kernel/result";
import type { VpnDeps } from "../ports";
import { offShelf } from "../queries/off-shelf";
import { creditOf } from "../queries/running-credit";
import type { PlanInvoiceInput } from "../schema";

/**
 * Begins the payment of a plan by any way of paying. The money lands in the wallet and buys the plan at once; a renewal or
 * change names its subscription, and what is left of that is taken off. Refusals: not_found, plan_withdrawn,
 * plan_changed, subscription_over, suspended, upgrade_too_cheap (the credit covers it: no payment is needed), and those of a top-up.
 */
export async function startPlanInvoice(
  deps: VpnDeps & BillingDeps,
  actor: UserActor,
  { planId, subscriptionId, method, key, localePath }: PlanInvoiceInput & PayersPages,
): Promise<Result<StartedTopUp>> {
  const plan = await deps.db.plan.findUnique({ where: { id: planId } });
  if (!plan) return refuse("not_found");
  const gone = await offShelf(deps.db, plan);
  if (gone) return gone;
  if (plan.isTrial) return refuse("plan_withdrawn");
  let dueMicros = plan.priceMicros;
  if (subscriptionId) {
    const subscription = await deps.db.subscription.findFirst({
      where: { id: subscriptionId, userId: actor.userId },
      include: { plan: { select: { familyId: true } } },
    });
    if (!subscription) return refuse("not_found");
    if (subscription.status === "CANCELED") return refuse("subscription_over");
    if (subscription.status === "SUSPENDED") return refuse("suspended");
    if (subscription.plan.familyId !== plan.familyId) {
      const creditMicros = creditOf(subscription, deps.clock.now());
      if (creditMicros >= plan.priceMicros)
        return refuse("upgrade_too_cheap", { creditMicros: creditMicros.toString() });
      dueMicros -= creditMicros;
    }
  }
  // A way of paying that starts a little above the price is asked for its least; what is over stays in the wallet.
  const amountMicros = amountForPrice(dueMicros, await methodState(deps.db, method)) ?? dueMicros;
  const wanted = { planId, subscriptionId: subscriptionId ?? null, planDueMicros: dueMicros };
  return startTopUp(deps, actor, { amountMicros, method, key, localePath }, wanted);
}
