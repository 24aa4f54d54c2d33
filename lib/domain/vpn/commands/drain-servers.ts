import { writeAudit } from "@/lib/domain/audit/commands";
import { systemActor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { VpnDeps } from "../ports";
import { assignConfigs } from "./assign-configs";
import { leaveServer } from "./leave-server";
import { lockSubscription } from "./lock-subscription";

const BATCH = 200;
const ACTOR = systemActor("drain-servers");

interface SeatedRow {
  subscription_id: string;
  server_id: string;
  panel_id: string;
}

async function moveAway(deps: VpnDeps, row: SeatedRow): Promise<boolean> {
  const moved = await inTransaction(deps, async (tx) => {
    const subscription = await lockSubscription(tx, row.subscription_id);
    if (subscription?.status !== "ACTIVE") return false;
    const plan = await tx.plan.findUniqueOrThrow({ where: { id: subscription.planId } });
    await leaveServer(deps, tx, subscription.id, { id: row.server_id, panelId: row.panel_id });
    const assigned = subscription.exhaustedAt ? null : await assignConfigs(deps, tx, subscription, plan);
    const serverId = assigned ? assigned.recommended : subscription.serverId;
    // No other that works: undone, so that the seat is still there when the server comes back.
    if (serverId === null) throw new RefusalError("no_vpn_capacity");
    await tx.subscription.update({
      where: { id: subscription.id },
      data: { serverId, contentVersion: { increment: 1 } },
    });
    await writeAudit(tx, ACTOR, {
      action: "subscription.moved",
      targetType: "subscription",
      targetId: subscription.id,
      before: { server: row.server_id },
      after: { server: serverId },
    });
    await writeEvent(
      tx,
      "subscription.changed",
      { subscriptionId: subscription.id },
      { userId: subscription.userId },
    );
    return true;
  });
  return moved === true;
}

/**
 * Moves people away from servers that are drained, inside the same subscription and link. Those whose plan has no other
 * location that works keep their seat. Returns how many moved.
 */
export async function drainServers(deps: VpnDeps): Promise<number> {
  const seated = await deps.db.$queryRaw<SeatedRow[]>`
    SELECT DISTINCT c.subscription_id, c.server_id, v.panel_id
    FROM vpn_servers v JOIN user_configs c ON c.server_id = v.id AND c.is_active
    JOIN subscriptions s ON s.id = c.subscription_id AND s.status = 'ACTIVE'
    WHERE v.is_draining ORDER BY c.subscription_id LIMIT ${BATCH}`;
  let moved = 0;
  for (const row of seated) if (await moveAway(deps, row)) moved += 1;
  return moved;
}
