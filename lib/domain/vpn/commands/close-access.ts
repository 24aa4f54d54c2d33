import type { Tx } from "@/lib/db/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

/**
 * Ends what a subscription may use: its configurations go out of use, its seats become free, and every panel is told by
 * the job. `keepAccount` leaves disabled accounts there for a return; else they are removed.
 */
export async function closeAccess(
  deps: Pick<KernelDeps, "clock">,
  tx: Tx,
  subscriptionId: string,
  { keepAccount }: { keepAccount: boolean },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE vpn_servers SET current_users = greatest(current_users - 1, 0)
    WHERE id IN (SELECT server_id FROM user_configs WHERE subscription_id = ${subscriptionId}::uuid AND is_active)`;
  await tx.userConfig.updateMany({ where: { subscriptionId, isActive: true }, data: { isActive: false } });
  await tx.subscriptionCredential.updateMany({
    where: { subscriptionId },
    data: {
      desiredState: keepAccount ? "DISABLED" : "ABSENT",
      desiredVersion: { increment: 1 },
      nextAttemptAt: deps.clock.securityNow(),
      revokedAt: deps.clock.securityNow(),
      cutAt: null,
    },
  });
}
