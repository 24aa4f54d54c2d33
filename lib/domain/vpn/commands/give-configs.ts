import type { Tx } from "@/lib/db/client";
import type { Subscription, VpnInbound, VpnServer } from "@/lib/db/generated/client";
import type { VpnDeps } from "../ports";
import { ensureCredential } from "./ensure-credential";

export type ServerWithInbounds = VpnServer & { inbounds: VpnInbound[] };

/** A configuration for each inbound of these servers, and the account on each of their panels. The seats are taken already. */
export async function giveConfigs(
  deps: VpnDeps,
  tx: Tx,
  subscription: Subscription,
  chosen: readonly ServerWithInbounds[],
): Promise<void> {
  const existing = await tx.userConfig.findMany({ where: { subscriptionId: subscription.id } });
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
}
