import { writeEvents } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { VpnDeps } from "../ports";

const BATCH = 500;

interface NearRow {
  id: string;
  user_id: string;
  expires_at: Date;
  noticed_days: number;
}

/**
 * The step that is reached: 3 days, 1 day, the end itself. A period that is not twice as long as the step is no time to warn
 * of. Who renews automatically was told of that instead, and hears here only of an end that
 * came because that failed.
 */
async function noticeSome(deps: VpnDeps): Promise<number> {
  const told = await inTransaction(deps, async (tx) => {
    const near = await tx.$queryRaw<NearRow[]>`
      WITH instant AS MATERIALIZED (SELECT app_now() AS at), reached AS (
        SELECT s.id, s.expires_at, CASE WHEN s.expires_at <= i.at THEN 0
            WHEN s.expires_at <= i.at + interval '1 day' THEN 1 ELSE 3 END AS step
        FROM subscriptions s CROSS JOIN instant i
        WHERE s.status = 'ACTIVE' AND s.expires_at <= i.at + interval '3 days'
          AND (NOT s.is_auto_renew OR (s.expires_at <= i.at AND s.renewal_failure IS NOT NULL))
          AND (s.noticed_days IS NULL OR s.noticed_days > CASE WHEN s.expires_at <= i.at THEN 0
            WHEN s.expires_at <= i.at + interval '1 day' THEN 1 ELSE 3 END)
      ), chosen AS (
        SELECT s.id, r.step FROM reached r JOIN subscriptions s ON s.id = r.id
        WHERE r.step = 0 OR s.expires_at - s.period_starts_at > 2 * r.step * interval '1 day'
        ORDER BY s.expires_at LIMIT ${BATCH} FOR UPDATE OF s SKIP LOCKED
      )
      UPDATE subscriptions s SET noticed_days = c.step FROM chosen c WHERE s.id = c.id
      RETURNING s.id, s.user_id, s.expires_at, s.noticed_days`;
    await writeEvents(
      tx,
      "subscription.end_near",
      near.map(({ id, user_id, expires_at, noticed_days }) => ({
        payload: { subscriptionId: id, days: noticed_days, expiresAt: expires_at.toISOString() },
        userId: user_id,
      })),
    );
    return near.length;
  });
  return typeof told === "number" ? told : 0;
}

/** Tells owners that the end is near or there, once per step and period. Returns how many were told. */
export async function noticeEndings(deps: VpnDeps, signal?: AbortSignal): Promise<number> {
  let total = 0;
  while (!signal?.aborted) {
    const told = await noticeSome(deps);
    total += told;
    if (told < BATCH) break;
  }
  return total;
}
