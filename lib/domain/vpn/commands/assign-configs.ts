import type { Tx } from "@/lib/db/client";
import type { Plan, Subscription } from "@/lib/db/generated/client";
import { placeSubscription } from "../placement";
import type { VpnDeps } from "../ports";
import { giveConfigs, type ServerWithInbounds } from "./give-configs";

/** Servers that speak one of the plan's protocols and have room. */
export async function fittingServers(tx: Tx, plan: Pick<Plan, "protocols">): Promise<ServerWithInbounds[]> {
  return tx.vpnServer.findMany({
    where: {
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
    WHERE id = ANY(${[...serverIds].sort()}::uuid[]) AND status = 'ONLINE' AND NOT is_draining AND current_users < max_users
    RETURNING id`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * Gives a subscription its locations: a seat on every server of the plan that has one, a configuration for each of their
 * inbounds, and one credential per panel, which a job then tells the panel. Locations it has stay. Returns the recommended
 * server; null when no server of the plan has room.
 */
export async function assignConfigs(
  deps: VpnDeps,
  tx: Tx,
  subscription: Subscription,
  plan: Plan,
): Promise<string | null> {
  const servers = await fittingServers(tx, plan);
  const existing = await tx.userConfig.findMany({ where: { subscriptionId: subscription.id } });
  const seated = new Set(existing.filter(({ isActive }) => isActive).map(({ serverId }) => serverId));
  const free = servers.filter(({ id }) => !seated.has(id));
  const placed = placeSubscription(free, plan.countryCodes);
  const taken = placed ? await takeSeats(tx, placed.all) : new Set<string>();
  const chosen = servers.filter(({ id }) => seated.has(id) || taken.has(id));
  const recommended = placed?.all.find((id) => taken.has(id)) ?? chosen[0]?.id ?? null;
  if (recommended === null) return null;
  await giveConfigs(deps, tx, subscription, chosen);
  return recommended;
}
