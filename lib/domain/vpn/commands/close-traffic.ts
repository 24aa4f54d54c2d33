import type { Tx } from "@/lib/db/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import { systemActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** Traffic is used up: accounts are disabled on every panel; seats and configurations stay for the renewal. */
export async function closeTraffic(
  deps: Pick<KernelDeps, "clock">,
  tx: Tx,
  subscriptionId: string,
): Promise<void> {
  const now = deps.clock.securityNow();
  await tx.subscription.update({
    where: { id: subscriptionId },
    data: { exhaustedAt: deps.clock.now(), contentVersion: { increment: 1 } },
  });
  await tx.subscriptionCredential.updateMany({
    where: { subscriptionId, desiredState: "ACTIVE" },
    data: {
      desiredState: "DISABLED",
      desiredVersion: { increment: 1 },
      nextAttemptAt: now,
      revokedAt: now,
      cutAt: null,
    },
  });
  await writeAudit(tx, systemActor("book-usage"), {
    action: "subscription.traffic_used_up",
    targetType: "subscription",
    targetId: subscriptionId,
    after: { isExhausted: true },
  });
}
