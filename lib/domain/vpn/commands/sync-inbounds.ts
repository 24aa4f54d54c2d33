import type { Tx } from "@/lib/db/client";
import type { Prisma, VpnInbound } from "@/lib/db/generated/client";
import type { InboundTemplate } from "@/lib/domain/vpn-links/types";
import type { VpnDeps } from "../ports";
import { sameJson } from "../same-json";

const CHUNK = 5_000;

/** What a server should speak: templates, and the tags of stored inbounds that stay as they are. */
export interface WantedInbounds {
  inbounds: readonly InboundTemplate[];
  kept: readonly string[];
}

/** Makes the server's inbounds these. One that people have goes out of use instead of away. Returns whether any changed. */
async function storeInbounds(
  deps: VpnDeps,
  tx: Tx,
  serverId: string,
  { inbounds: templates, kept }: WantedInbounds,
  known: readonly VpnInbound[],
): Promise<boolean> {
  let changed = false;
  const wanted = new Set([...templates.map(({ tag }) => tag), ...kept]);
  for (const inbound of known) {
    if (wanted.has(inbound.tag)) continue;
    changed ||= inbound.isActive;
    const used = await tx.userConfig.count({ where: { inboundId: inbound.id }, take: 1 });
    if (used === 0) await tx.vpnInbound.delete({ where: { id: inbound.id } });
    else await tx.vpnInbound.update({ where: { id: inbound.id }, data: { isActive: false } });
  }
  for (const [sort, template] of templates.entries()) {
    const json: Prisma.InputJsonObject = JSON.parse(JSON.stringify(template));
    const data = { protocol: template.protocol, template: json, isActive: true, sort };
    const existing = known.find(({ tag }) => tag === template.tag);
    if (existing) {
      const same = existing.isActive && existing.sort === sort && sameJson(existing.template, template);
      if (same) continue;
      await tx.vpnInbound.update({ where: { id: existing.id }, data });
    } else {
      await tx.vpnInbound.create({
        data: { id: deps.ids.uuid(), serverId, tag: template.tag, ...data },
      });
    }
    changed = true;
  }
  return changed;
}

/** Everybody who sits on the server gets what their plan has of its inbounds, and loses what is out of use. */
async function spreadConfigs(deps: VpnDeps, tx: Tx, serverId: string): Promise<void> {
  const missing = await tx.$queryRaw<
    { subscription_id: string; user_id: string; inbound_id: string; protocol: string; expires_at: Date }[]
  >`
    SELECT DISTINCT s.id AS subscription_id, s.user_id, i.id AS inbound_id, i.protocol::text, s.expires_at
    FROM user_configs c
    JOIN subscriptions s ON s.id = c.subscription_id
    JOIN plans p ON p.id = s.plan_id
    JOIN vpn_inbounds i ON i.server_id = c.server_id AND i.is_active AND i.protocol = ANY(p.protocols)
    WHERE c.server_id = ${serverId}::uuid AND c.is_active
      AND NOT EXISTS (SELECT 1 FROM user_configs o WHERE o.subscription_id = s.id AND o.inbound_id = i.id AND o.is_active)`;
  const revived = await tx.$queryRaw<{ subscription_id: string; inbound_id: string }[]>`
    UPDATE user_configs SET is_active = true
    WHERE (subscription_id, inbound_id) IN (
      SELECT * FROM unnest(${missing.map((row) => row.subscription_id)}::uuid[], ${missing.map((row) => row.inbound_id)}::uuid[]))
    RETURNING subscription_id, inbound_id`;
  const done = new Set(revived.map((row) => `${row.subscription_id} ${row.inbound_id}`));
  const fresh = missing.filter((row) => !done.has(`${row.subscription_id} ${row.inbound_id}`));
  for (let start = 0; start < fresh.length; start += CHUNK) {
    await tx.userConfig.createMany({
      data: fresh.slice(start, start + CHUNK).map((row) => ({
        id: deps.ids.uuid(),
        uuid: deps.ids.uuid(),
        userId: row.user_id,
        subscriptionId: row.subscription_id,
        serverId,
        inboundId: row.inbound_id,
        protocol: row.protocol as VpnInbound["protocol"],
        expiresAt: row.expires_at,
      })),
    });
  }
  await tx.userConfig.updateMany({
    where: { serverId, isActive: true, inbound: { isActive: false } },
    data: { isActive: false },
  });
}

/** Accounts that had no WireGuard so far get addresses in turn, above all that were ever given there. */
async function giveTunnelAddresses(tx: Tx, panelId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`patchbay.tunnel.${panelId}`}))`;
  await tx.$executeRaw`
    UPDATE subscription_credentials c SET tunnel_address = n.number
    FROM (
      SELECT id, (row_number() OVER (ORDER BY created_at, id)
        + (SELECT coalesce(max(tunnel_address), 0) FROM subscription_credentials WHERE panel_id = ${panelId}::uuid))::int AS number
      FROM subscription_credentials WHERE panel_id = ${panelId}::uuid AND tunnel_address IS NULL AND desired_state <> 'ABSENT'
    ) n WHERE n.id = c.id`;
}

/**
 * Stores the inbounds of a server, gives them to those who sit there, and makes their accounts due on the panel. Returns
 * whether anything changed.
 */
export async function syncInbounds(
  deps: VpnDeps,
  tx: Tx,
  server: { id: string; panelId: string },
  wanted: WantedInbounds,
): Promise<boolean> {
  const known = await tx.vpnInbound.findMany({ where: { serverId: server.id } });
  if (!(await storeInbounds(deps, tx, server.id, wanted, known))) return false;
  await spreadConfigs(deps, tx, server.id);
  if (wanted.inbounds.some(({ protocol }) => protocol === "WIREGUARD"))
    await giveTunnelAddresses(tx, server.panelId);
  await tx.subscriptionCredential.updateMany({
    where: {
      panelId: server.panelId,
      desiredState: "ACTIVE",
      subscription: { configs: { some: { serverId: server.id } } },
    },
    data: { desiredVersion: { increment: 1 }, attempts: 0, nextAttemptAt: deps.clock.securityNow() },
  });
  return true;
}
