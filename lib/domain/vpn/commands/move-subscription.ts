import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canChangeVpn } from "../policy";
import type { VpnDeps } from "../ports";
import type { MoveInput } from "../schema";
import { fittingServers, takeSeats } from "./assign-configs";
import { giveConfigs } from "./give-configs";
import { leaveServer } from "./leave-server";
import { lockSubscription } from "./lock-subscription";

/**
 * Moves a subscription from one server to another; the link stays. Refusals: forbidden, not_found (also a server that has
 * nothing of the plan), subscription_over, server_full.
 */
export async function moveSubscription(
  deps: VpnDeps,
  actor: Actor,
  { subscriptionId, fromServerId, toServerId, reason }: MoveInput,
): Promise<Result> {
  if (!canChangeVpn(actor)) return refuse("forbidden");
  return inTransaction<Result>(deps, async (tx) => {
    const subscription = await lockSubscription(tx, subscriptionId);
    if (!subscription) return refuse("not_found");
    if (subscription.status !== "ACTIVE" || subscription.exhaustedAt) return refuse("subscription_over");
    const plan = await tx.plan.findUniqueOrThrow({ where: { id: subscription.planId } });
    const from = await tx.vpnServer.findUnique({ where: { id: fromServerId } });
    const to = (await fittingServers(tx, plan)).find(({ id }) => id === toServerId);
    if (!from || !to || fromServerId === toServerId) return refuse("not_found");
    // Also for those who sit there: what is off is no place to go.
    if (to.status !== "ONLINE" || to.isDraining) return refuse("server_full");
    const seated = await tx.userConfig.count({
      where: { subscriptionId, serverId: toServerId, isActive: true },
      take: 1,
    });
    if (seated === 0 && !(await takeSeats(tx, [toServerId])).has(toServerId))
      throw new RefusalError("server_full");
    await leaveServer(deps, tx, subscriptionId, from);
    await giveConfigs(deps, tx, subscription, [to]);
    await tx.subscription.update({
      where: { id: subscriptionId },
      data: { serverId: toServerId, contentVersion: { increment: 1 }, version: { increment: 1 } },
    });
    await writeAudit(tx, actor, {
      action: "subscription.moved",
      targetType: "subscription",
      targetId: subscriptionId,
      before: { server: from.name },
      after: { server: to.name },
      reason,
    });
    await writeEvent(tx, "subscription.changed", { subscriptionId }, { userId: subscription.userId });
    return ok();
  });
}
