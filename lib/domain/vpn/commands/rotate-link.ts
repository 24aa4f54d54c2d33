import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { credentialText, newCredential } from "../credential";
import type { VpnDeps } from "../ports";
import { newToken } from "../subscription-token";
import { ROTATION_OVERLAP_MS } from "../terms";
import { lockSubscription } from "./lock-subscription";

/**
 * A new secret link. The old one goes on answering for a day, so that other devices can be told; one that has leaked ends at
 * once, and with it the keys on every panel. Refusals: not_found, subscription_over.
 */
export async function rotateLink(
  deps: VpnDeps,
  actor: Actor,
  userId: string,
  { subscriptionId, leaked }: { subscriptionId: string; leaked: boolean },
): Promise<Result> {
  return inTransaction<Result>(deps, async (tx) => {
    const subscription = await lockSubscription(tx, subscriptionId);
    if (!subscription || subscription.userId !== userId) return refuse("not_found");
    if (subscription.status === "CANCELED") return refuse("subscription_over");
    const { token, hash } = newToken(deps.ids);
    await tx.subscription.update({
      where: { id: subscription.id },
      data: {
        tokenHash: hash,
        tokenCiphertext: deps.cipher.encrypt(token),
        ...(leaked
          ? { oldTokenHash: null, oldTokenUntil: null }
          : {
              oldTokenHash: subscription.tokenHash,
              oldTokenUntil: new Date(deps.clock.now().getTime() + ROTATION_OVERLAP_MS),
            }),
        contentVersion: { increment: 1 },
        version: { increment: 1 },
      },
    });
    if (leaked) {
      const credentials = await tx.subscriptionCredential.findMany({ where: { subscriptionId } });
      for (const { id } of credentials) {
        await tx.subscriptionCredential.update({
          where: { id },
          data: {
            ciphertext: deps.cipher.encrypt(credentialText(newCredential(deps.ids))),
            desiredVersion: { increment: 1 },
            nextAttemptAt: deps.clock.securityNow(),
          },
        });
      }
    }
    await writeAudit(tx, actor, {
      action: "subscription.link_rotated",
      targetType: "subscription",
      targetId: subscription.id,
      after: { withKeys: leaked },
    });
    await writeEvent(tx, "subscription.changed", { subscriptionId, news: "newLink" }, { userId });
    return ok();
  });
}
