import { writeAudit } from "@/lib/domain/audit/commands";
import { systemActor } from "@/lib/domain/kernel/actor";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { VpnDeps } from "../ports";
import { GRACE_MS } from "../terms";
import { closeAccess } from "./close-access";
import { lockSubscription } from "./lock-subscription";
import { type DueRow, renewByItself } from "./renew-by-itself";

const BATCH = 100;
const ACTOR = systemActor("end-due-subscriptions");

/**
 * Ends what has run out, after the grace; the database's business clock says what is due. What renews by itself is tried
 * once more first, because its time for that may have passed while nothing ran. Returns how many ended.
 */
export async function endDueSubscriptions(deps: VpnDeps): Promise<number> {
  const due = await deps.db.$queryRaw<(DueRow & { is_auto_renew: boolean })[]>`
    SELECT id, user_id, expires_at, is_auto_renew FROM subscriptions WHERE status = 'ACTIVE'
      AND expires_at + make_interval(secs => ${GRACE_MS / 1000}::int) <= app_now()
    ORDER BY expires_at LIMIT ${BATCH}`;
  let ended = 0;
  for (const row of due) {
    if (row.is_auto_renew && (await renewByItself(deps, ACTOR, row))) continue;
    const { id } = row;
    const result = await inTransaction(deps, async (tx) => {
      const subscription = await lockSubscription(tx, id);
      // Renewed in the meantime.
      if (subscription?.status !== "ACTIVE" || subscription.expiresAt.getTime() > deps.clock.now().getTime())
        return false;
      await tx.subscription.update({
        where: { id },
        data: { status: "EXPIRED", contentVersion: { increment: 1 }, version: { increment: 1 } },
      });
      await closeAccess(deps, tx, id, { keepAccount: true });
      await writeAudit(tx, ACTOR, {
        action: "subscription.expired",
        targetType: "subscription",
        targetId: id,
        before: { status: "ACTIVE" },
        after: { status: "EXPIRED" },
      });
      await writeEvent(
        tx,
        "subscription.ended",
        { subscriptionId: id, status: "EXPIRED" },
        { userId: subscription.userId },
      );
      return true;
    });
    if (result === true) ended += 1;
  }
  return ended;
}
