import { systemActor } from "@/lib/domain/kernel/actor";
import { writeEvents } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { VpnDeps } from "../ports";
import { RENEW_BEFORE_MS, RENEWAL_NOTICE_MS } from "../terms";
import { type DueRow, renewByItself } from "./renew-by-itself";

const BATCH = 100;
const NOTICE_BATCH = 500;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";
const ACTOR = systemActor("renew-due-subscriptions");

/** Tells so many of those whose renewal is near, once per period, and keeps the terms it tells of. Returns how many were told. */
async function noticeSome(deps: VpnDeps): Promise<number> {
  const told = await inTransaction(deps, async (tx) => {
    const due = await tx.$queryRaw<DueRow[]>`
      UPDATE subscriptions s SET renewal_noticed_at = app_now(), renewal_plan_id = (
        SELECT c.id FROM plans p JOIN plans c ON c.family_id = p.family_id
          AND c.is_current AND c.is_active AND NOT c.is_trial
        WHERE p.id = s.plan_id)
      WHERE id IN (SELECT id FROM subscriptions WHERE status = 'ACTIVE' AND is_auto_renew AND renewal_noticed_at IS NULL
        AND expires_at - make_interval(secs => ${RENEWAL_NOTICE_MS / 1000}::int) <= app_now()
        ORDER BY expires_at LIMIT ${NOTICE_BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING id, user_id, expires_at`;
    await writeEvents(
      tx,
      "subscription.renewal_due",
      due.map(({ id, user_id }) => ({ payload: { subscriptionId: id }, userId: user_id })),
    );
    return due.length;
  });
  return typeof told === "number" ? told : 0;
}

async function noticeDue(deps: VpnDeps): Promise<number> {
  let total = 0;
  for (;;) {
    const told = await noticeSome(deps);
    total += told;
    if (told < NOTICE_BATCH) return total;
  }
}

/** The next page of those to renew, after this id: whoever fails stays due, and must not stand before the others. */
function dueAfter(deps: VpnDeps, id: string, pageSize: number): Promise<DueRow[]> {
  return deps.db.$queryRaw<DueRow[]>`
    SELECT id, user_id, expires_at FROM subscriptions WHERE status = 'ACTIVE' AND is_auto_renew
      AND renewal_noticed_at IS NOT NULL AND id > ${id}::uuid
      AND expires_at - make_interval(secs => ${RENEW_BEFORE_MS / 1000}::int) <= app_now()
    ORDER BY id LIMIT ${pageSize}`;
}

/**
 * Notices before automatic renewals, then the renewals themselves from the wallet, each that is due once in a run. One that
 * fails is told once and tried again at each run until the end.
 */
export async function renewDueSubscriptions(deps: VpnDeps, pageSize = BATCH): Promise<number> {
  const noticed = await noticeDue(deps);
  let tried = 0;
  let last = FIRST_ID;
  for (;;) {
    const due = await dueAfter(deps, last, pageSize);
    for (const row of due) await renewByItself(deps, ACTOR, row);
    tried += due.length;
    if (due.length < pageSize) return noticed + tried;
    last = due.at(-1)?.id ?? last;
  }
}
