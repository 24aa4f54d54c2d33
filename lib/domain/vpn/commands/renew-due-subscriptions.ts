import { systemActor } from "@/lib/domain/kernel/actor";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { VpnDeps } from "../ports";
import { RENEW_BEFORE_MS, RENEWAL_NOTICE_MS } from "../terms";
import { renewSubscription } from "./renew-subscription";

const BATCH = 100;
const ACTOR = systemActor("renew-due-subscriptions");

interface DueRow {
  id: string;
  user_id: string;
  expires_at: Date;
}

/** Tells those whose renewal is near, once per period. Returns how many were told. */
async function noticeDue(deps: VpnDeps): Promise<number> {
  const told = await inTransaction(deps, async (tx) => {
    const due = await tx.$queryRaw<DueRow[]>`
      UPDATE subscriptions SET renewal_noticed_at = app_now()
      WHERE id IN (SELECT id FROM subscriptions WHERE status = 'ACTIVE' AND is_auto_renew AND renewal_noticed_at IS NULL
        AND expires_at - make_interval(secs => ${RENEWAL_NOTICE_MS / 1000}::int) <= app_now()
        ORDER BY expires_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING id, user_id, expires_at`;
    for (const { id, user_id } of due)
      await writeEvent(tx, "subscription.renewal_due", { subscriptionId: id }, { userId: user_id });
    return due.length;
  });
  return typeof told === "number" ? told : 0;
}

/**
 * Notices before automatic renewals, then the renewals themselves from the wallet. The key names the end that is renewed,
 * so that a period is renewed once. One that fails is told once and tried again at each run until the end.
 */
export async function renewDueSubscriptions(deps: VpnDeps): Promise<number> {
  const noticed = await noticeDue(deps);
  const due = await deps.db.$queryRaw<DueRow[]>`
    SELECT id, user_id, expires_at FROM subscriptions WHERE status = 'ACTIVE' AND is_auto_renew
      AND renewal_noticed_at IS NOT NULL
      AND expires_at - make_interval(secs => ${RENEW_BEFORE_MS / 1000}::int) <= app_now()
    ORDER BY expires_at LIMIT ${BATCH}`;
  for (const { id, user_id, expires_at } of due) {
    const key = `renewal:${id}:${expires_at.toISOString()}`;
    const renewed = await renewSubscription(deps, ACTOR, { userId: user_id }, { subscriptionId: id, key });
    if (renewed.ok) continue;
    await inTransaction(deps, async (tx) => {
      const { count } = await tx.subscription.updateMany({
        where: { id, renewalFailure: null },
        data: { renewalFailure: renewed.reason },
      });
      if (count > 0)
        await writeEvent(tx, "subscription.renewal_failed", { subscriptionId: id }, { userId: user_id });
    });
  }
  return noticed + due.length;
}
