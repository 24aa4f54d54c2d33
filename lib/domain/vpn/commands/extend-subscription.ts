import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { extendedTerms } from "../extension";
import { canChangeVpn } from "../policy";
import type { VpnDeps } from "../ports";
import type { ExtendInput } from "../schema";
import { assignConfigs } from "./assign-configs";
import { lockSubscription } from "./lock-subscription";

const said = (terms: { expiresAt: Date; trafficBytes: bigint | null; status: string }) => ({
  status: terms.status,
  expiresAt: terms.expiresAt.toISOString(),
  trafficBytes: terms.trafficBytes?.toString() ?? null,
});

/**
 * Days and traffic from staff, free of charge; one that has ended lives again with the same link. Refusals: forbidden,
 * not_found, invalid_input (neither days nor traffic), subscription_over, no_vpn_capacity.
 */
export async function extendSubscription(
  deps: VpnDeps,
  actor: Actor,
  { subscriptionId, days, trafficGb, reason }: ExtendInput,
): Promise<Result<{ expiresAt: Date }>> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  if (days === 0 && trafficGb === 0) return refuse("invalid_input", { field: "days" });
  return inTransaction<Result<{ expiresAt: Date }>>(deps, async (tx) => {
    const subscription = await lockSubscription(tx, subscriptionId);
    if (!subscription) return refuse("not_found");
    const terms = extendedTerms(subscription, { days, trafficGb }, deps.clock.now());
    if (!terms) return refuse("subscription_over");
    const extended = await tx.subscription.update({
      where: { id: subscriptionId },
      data: {
        ...terms,
        // Another end is told of anew.
        ...(days > 0 ? { renewalNoticedAt: null, renewalPlanId: null, noticedDays: null } : {}),
        contentVersion: { increment: 1 },
        version: { increment: 1 },
      },
    });
    await tx.userConfig.updateMany({ where: { subscriptionId }, data: { expiresAt: terms.expiresAt } });
    // Locations it has are opened and told of the new end; one that had ended gets seats again.
    if (terms.status === "ACTIVE" && terms.exhaustedAt === null) {
      const plan = await tx.plan.findUniqueOrThrow({ where: { id: subscription.planId } });
      const { seats, recommended: serverId } = await assignConfigs(deps, tx, extended, plan);
      if (seats === 0) throw new RefusalError("no_vpn_capacity");
      if (subscription.serverId === null)
        await tx.subscription.update({ where: { id: subscriptionId }, data: { serverId } });
    }
    await writeAudit(tx, actor, {
      action: "subscription.extended",
      targetType: "subscription",
      targetId: subscriptionId,
      before: said(subscription),
      after: said(terms),
      reason,
    });
    await writeEvent(
      tx,
      "subscription.changed",
      { subscriptionId, news: "extended", days, trafficGb },
      { userId: subscription.userId },
    );
    return ok({ expiresAt: terms.expiresAt });
  });
}
