import type { Tx } from "@/lib/db/client";
import type { Plan, Subscription, VpnInbound, VpnServer } from "@/lib/db/generated/client";
import { accountName } from "../account-name";
import { credentialText, newCredential } from "../credential";
import { placeSubscription } from "../placement";
import type { VpnDeps } from "../ports";

type ServerWithInbounds = VpnServer & { inbounds: VpnInbound[] };

/** Servers that speak one of the plan's protocols and have room. */
async function fittingServers(tx: Tx, plan: Plan): Promise<ServerWithInbounds[]> {
  return tx.vpnServer.findMany({
    where: {
      panel: { isActive: true },
      inbounds: { some: { isActive: true, protocol: { in: plan.protocols } } },
    },
    include: { inbounds: { where: { isActive: true, protocol: { in: plan.protocols } } } },
  });
}

/** Takes one seat on each server that still has one; the others are left out. */
async function takeSeats(tx: Tx, serverIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE vpn_servers SET current_users = current_users + 1
    WHERE id = ANY(${[...serverIds].sort()}::uuid[]) AND status = 'ONLINE' AND NOT is_draining AND current_users < max_users
    RETURNING id`;
  return new Set(rows.map(({ id }) => id));
}

/** The lowest number on the panel that nobody has; they are given in turn, because two must never have one. */
async function nextTunnelNumber(tx: Tx, panelId: string): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`patchbay.tunnel.${panelId}`}))`;
  const [row] = await tx.$queryRaw<{ next: number }[]>`
    SELECT taken.number + 1 AS next
    FROM (SELECT 0 AS number UNION ALL SELECT tunnel_address FROM subscription_credentials
          WHERE panel_id = ${panelId}::uuid AND tunnel_address IS NOT NULL) taken
    WHERE NOT EXISTS (SELECT 1 FROM subscription_credentials c
                      WHERE c.panel_id = ${panelId}::uuid AND c.tunnel_address = taken.number + 1)
    ORDER BY 1 LIMIT 1`;
  return row?.next ?? 1;
}

async function ensureCredential(
  deps: VpnDeps,
  tx: Tx,
  subscription: Subscription,
  panel: { id: string; hasWireguard: boolean },
): Promise<void> {
  const known = await tx.subscriptionCredential.findUnique({
    where: { subscriptionId_panelId: { subscriptionId: subscription.id, panelId: panel.id } },
  });
  if (known) {
    const tunnelAddress =
      known.tunnelAddress ?? (panel.hasWireguard ? await nextTunnelNumber(tx, panel.id) : null);
    await tx.subscriptionCredential.update({
      where: { id: known.id },
      data: {
        tunnelAddress,
        desiredState: "ACTIVE",
        desiredVersion: { increment: 1 },
        nextAttemptAt: deps.clock.securityNow(),
        revokedAt: null,
        cutAt: null,
      },
    });
    return;
  }
  await tx.subscriptionCredential.create({
    data: {
      id: deps.ids.uuid(),
      subscriptionId: subscription.id,
      panelId: panel.id,
      username: accountName(subscription.number),
      ciphertext: deps.cipher.encrypt(credentialText(newCredential(deps.ids))),
      desiredState: "ACTIVE",
      tunnelAddress: panel.hasWireguard ? await nextTunnelNumber(tx, panel.id) : null,
    },
  });
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

  const byInbound = new Map(existing.map((config) => [config.inboundId, config]));
  for (const server of chosen) {
    for (const inbound of server.inbounds) {
      const config = byInbound.get(inbound.id);
      if (config) {
        await tx.userConfig.update({
          where: { id: config.id },
          data: { isActive: true, expiresAt: subscription.expiresAt },
        });
        continue;
      }
      await tx.userConfig.create({
        data: {
          id: deps.ids.uuid(),
          userId: subscription.userId,
          subscriptionId: subscription.id,
          serverId: server.id,
          inboundId: inbound.id,
          uuid: deps.ids.uuid(),
          protocol: inbound.protocol,
          expiresAt: subscription.expiresAt,
        },
      });
    }
  }
  // Always in this order, so that two purchases never wait for each other crosswise.
  for (const id of [...new Set(chosen.map(({ panelId }) => panelId))].toSorted()) {
    const hasWireguard = chosen.some(
      ({ panelId, inbounds }) => panelId === id && inbounds.some(({ protocol }) => protocol === "WIREGUARD"),
    );
    await ensureCredential(deps, tx, subscription, { id, hasWireguard });
  }
  return recommended;
}
