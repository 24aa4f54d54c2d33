import type { Actor } from "@/lib/domain/kernel/actor";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { ownRenewalKey } from "../own-renewal-key";
import type { VpnDeps } from "../ports";
import { renewSubscription } from "./renew-subscription";

/** A subscription whose period is near its end or over. */
export interface DueRow {
  id: string;
  user_id: string;
  expires_at: Date;
}

/**
 * One renewal from the wallet without anybody's doing. The key names the end that is renewed, so that a period is renewed
 * once. A refusal is written down and told once per period. Returns whether it runs on.
 */
export async function renewByItself(deps: VpnDeps, actor: Actor, row: DueRow): Promise<boolean> {
  const { id, user_id: userId, expires_at } = row;
  const key = ownRenewalKey(id, expires_at);
  const renewed = await renewSubscription(
    deps,
    actor,
    { userId, byItself: true },
    { subscriptionId: id, key },
  );
  if (renewed.ok) return true;
  await inTransaction(deps, async (tx) => {
    const { count } = await tx.subscription.updateMany({
      where: { id, status: "ACTIVE", isAutoRenew: true, renewalFailure: null },
      data: { renewalFailure: renewed.reason },
    });
    if (count > 0) await writeEvent(tx, "subscription.renewal_failed", { subscriptionId: id }, { userId });
  });
  return false;
}
