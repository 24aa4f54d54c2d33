import type { Tx } from "@/lib/db/client";
import type { Plan, Subscription } from "@/lib/db/generated/client";
import { placeSubscription, recommendedOf } from "../placement";
import type { VpnDeps } from "../ports";
import { giveConfigs, type ServerWithInbounds } from "./give-configs";

/** Servers that have been opened and speak one of the plan's protocols. */
export async function fittingServers(tx: Tx, plan: Pick<Plan, "protocols">): Promise<ServerWithInbounds[]> {
  return tx.vpnServer.findMany({
    where: {
      verifiedAt: { not: null },
      panel: { isActive: true },
      inbounds: { some: { isActive: true, protocol: { in: plan.protocols } } },
    },
    include: { inbounds: { where: { isActive: true, protocol: { in: plan.protocols } } } },
  });
}

/** Takes one seat on each server that still has one; the others are left out. */
export async function takeSeats(tx: Tx, serverIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE vpn_servers SET current_users = current_users + 1
    WHERE id = ANY(${[...serverIds].sort()}::uuid[]) AND status = 'ONLINE' AND verified_at IS NOT NULL AND NOT is_draining AND current_users < max_users
    RETURNING id`;
  return new Set(rows.map(({ id }) => id));
}

export interface Assigned {
  /** Locations it has now, also those that are out of service for a while. */
  seats: number;
  /** The one it had while that works, else the least pressed that works; null when none does. */
  recommended: string | null;
}

/**
 * Gives a subscription its locations: a seat on every server of the plan that has one, a configuration for each of their
 * inbounds, and one credential per panel, which a job then tells the panel. Locations it has stay.
 */
export async function assignConfigs(
  deps: VpnDeps,
  tx: Tx,
  subscription: Subscription,
  plan: Plan,
): Promise<Assigned> {
  const servers = await fittingServers(tx, plan);
  const existing = await tx.userConfig.findMany({ where: { subscriptionId: subscription.id } });
  const seated = new Set(existing.filter(({ isActive }) => isActive).map(({ serverId }) => serverId));
  const free = servers.filter(({ id }) => !seated.has(id));
  const placed = placeSubscription(free, plan.countryCodes);
  const taken = placed ? await takeSeats(tx, placed.all) : new Set<string>();
  const chosen = servers.filter(({ id }) => seated.has(id) || taken.has(id));
  if (chosen.length > 0) await giveConfigs(deps, tx, subscription, chosen);
  return { seats: chosen.length, recommended: recommendedOf(chosen, subscription.serverId) };
}
