import type { Tx } from "@/lib/db/client";
import type { Subscription } from "@/lib/db/generated/client";
import { accountName } from "../account-name";
import { credentialText, newCredential } from "../credential";
import type { VpnDeps } from "../ports";

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

/** The account on one panel, new or opened again; the panel is told afterwards. */
export async function ensureCredential(
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
