import { type StartedTopUp, startTopUp } from "@/lib/domain/billing/commands/start-top-up";
import type { BillingDeps } from "@/lib/domain/billing/ports";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { type Result, refuse } from "@/lib/domain/kernel/result";
import type { VpnDeps } from "../ports";
import { creditOf } from "../queries/running-credit";
import type { PlanInvoiceInput } from "../schema";

/**
 * Begins the payment of a plan by any way of paying. The money lands in the wallet and buys the plan at once; a renewal or
 * change names its subscription, and what is left of that is taken off. Refusals: not_found, plan_withdrawn,
 * subscription_over, suspended, upgrade_too_cheap (the credit covers it: no payment is needed), and those of a top-up.
 */
export async function startPlanInvoice(
  deps: VpnDeps & BillingDeps,
  actor: UserActor,
  { planId, subscriptionId, method, key }: PlanInvoiceInput,
): Promise<Result<StartedTopUp>> {
  const plan = await deps.db.plan.findUnique({ where: { id: planId } });
  if (!plan) return refuse("not_found");
  if (!plan.isCurrent || !plan.isActive || plan.isTrial) return refuse("plan_withdrawn");
  let amountMicros = plan.priceMicros;
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
      amountMicros -= creditMicros;
    }
  }
  const wanted = { planId, subscriptionId: subscriptionId ?? null };
  return startTopUp(deps, actor, { amountMicros, method, key }, wanted);
}
