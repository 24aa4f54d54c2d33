import type { Tx } from "@/lib/db/client";
import type { VpnDeps } from "../ports";

/** Gives up the seat on one server. Where nothing else on its panel is used, the account there goes. */
export async function leaveServer(
  deps: Pick<VpnDeps, "clock">,
  tx: Tx,
  subscriptionId: string,
  server: { id: string; panelId: string },
): Promise<void> {
  const { count } = await tx.userConfig.updateMany({
    where: { subscriptionId, serverId: server.id, isActive: true },
    data: { isActive: false },
  });
  if (count === 0) return;
  await tx.$executeRaw`
    UPDATE vpn_servers SET current_users = greatest(current_users - 1, 0) WHERE id = ${server.id}::uuid`;
  const others = await tx.userConfig.count({
    where: { subscriptionId, isActive: true, server: { panelId: server.panelId } },
    take: 1,
  });
  const now = deps.clock.securityNow();
  await tx.subscriptionCredential.updateMany({
    where: { subscriptionId, panelId: server.panelId },
    data: {
      desiredVersion: { increment: 1 },
      nextAttemptAt: now,
      ...(others === 0 ? { desiredState: "ABSENT" as const, revokedAt: now, cutAt: null } : {}),
    },
  });
}
