import { writeAudit } from "@/lib/domain/audit/commands";
import { systemActor } from "@/lib/domain/kernel/actor";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { placeSubscription } from "../placement";
import type { VpnDeps } from "../ports";
import { fittingServers, takeSeats } from "./assign-configs";
import { giveConfigs } from "./give-configs";
import { lockSubscription } from "./lock-subscription";

const BATCH = 200;
const ACTOR = systemActor("add-locations");

/** Who lacks a server of their plan that has room. One that somebody was moved away from is none: a decision stands. */
async function lacking({ db, clock }: VpnDeps): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT s.id
    FROM vpn_servers v JOIN vpn_panels n ON n.id = v.panel_id AND n.is_active
    JOIN plans p ON (coalesce(cardinality(p.country_codes), 0) = 0 OR v.country_code = ANY(p.country_codes))
      AND EXISTS (SELECT 1 FROM vpn_inbounds i WHERE i.server_id = v.id AND i.is_active AND i.protocol = ANY(p.protocols))
    JOIN subscriptions s ON s.plan_id = p.id AND s.status = 'ACTIVE' AND s.exhausted_at IS NULL
      AND s.expires_at > ${clock.now()}
    WHERE v.status = 'ONLINE' AND v.verified_at IS NOT NULL AND NOT v.is_draining AND v.current_users < v.max_users
      AND NOT EXISTS (SELECT 1 FROM user_configs c WHERE c.subscription_id = s.id AND c.server_id = v.id)
    ORDER BY s.id LIMIT ${BATCH}`;
  return rows.map(({ id }) => id);
}

async function addTo(deps: VpnDeps, id: string): Promise<boolean> {
  const added = await inTransaction(deps, async (tx) => {
    const subscription = await lockSubscription(tx, id);
    if (subscription?.status !== "ACTIVE" || subscription.exhaustedAt) return false;
    const plan = await tx.plan.findUniqueOrThrow({ where: { id: subscription.planId } });
    const had = await tx.userConfig.findMany({
      where: { subscriptionId: id },
      select: { serverId: true },
      distinct: ["serverId"],
    });
    const known = new Set(had.map(({ serverId }) => serverId));
    const fresh = (await fittingServers(tx, plan)).filter((server) => !known.has(server.id));
    const placed = placeSubscription(fresh, plan.countryCodes);
    const taken = placed ? await takeSeats(tx, placed.all) : new Set<string>();
    if (taken.size === 0) return false;
    const chosen = fresh.filter((server) => taken.has(server.id));
    await giveConfigs(deps, tx, subscription, chosen);
    await tx.subscription.update({
      where: { id },
      data: {
        contentVersion: { increment: 1 },
        ...(subscription.serverId ? {} : { serverId: chosen[0]?.id }),
      },
    });
    await writeAudit(tx, ACTOR, {
      action: "subscription.locations_added",
      targetType: "subscription",
      targetId: id,
      after: { server: chosen.map(({ name }) => name).join(", ") },
    });
    await writeEvent(tx, "subscription.changed", { subscriptionId: id }, { userId: subscription.userId });
    return true;
  });
  return added === true;
}

/**
 * Gives running subscriptions the servers that joined their plan since they were bought. Seats are taken one by one, so that
 * a server fills and no further. Returns how many subscriptions got one.
 */
export async function addLocations(deps: VpnDeps, signal?: AbortSignal): Promise<number> {
  let total = 0;
  while (!signal?.aborted) {
    let added = 0;
    const ids = await lacking(deps);
    for (const id of ids) if (await addTo(deps, id)) added += 1;
    total += added;
    // What could not be given now is looked at again in the next round.
    if (ids.length < BATCH || added === 0) break;
  }
  return total;
}
