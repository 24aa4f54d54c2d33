import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** Longer than the longest exchange: a process that died in between is found out by then. */
const CLAIM_SECONDS = 60;
/** At once to one endpoint: one that fails or is slow keeps few of our hands busy. */
const AT_ONCE = 4;
const AT_ONCE_WHILE_FAILING = 1;

/**
 * Claims deliveries that are due (business time), a few of each endpoint, so that a slow receiver does not hold the
 * others. What is about one thing is claimed only when everything before it has arrived or was given up. Returns ids.
 */
export async function claimDeliveries({ db }: Pick<KernelDeps, "db">, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE webhook_deliveries SET claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS})
    WHERE id IN (
      SELECT d.id FROM webhook_deliveries d
      WHERE d.id IN (
        SELECT due.id FROM webhook_endpoints e CROSS JOIN LATERAL (
          SELECT d.id FROM webhook_deliveries d
          WHERE d.endpoint_id = e.id AND d.status IN ('QUEUED', 'RETRYING')
            AND d.next_attempt_at <= app_now() AND (d.claimed_until IS NULL OR d.claimed_until <= now())
            AND NOT EXISTS (
              SELECT 1 FROM webhook_deliveries b
              WHERE d.is_ordered AND b.is_ordered AND b.endpoint_id = d.endpoint_id
                AND b.ordering_key = d.ordering_key AND b.status IN ('QUEUED', 'RETRYING')
                AND (b.sequence, b.id) < (d.sequence, d.id))
          ORDER BY d.next_attempt_at, d.sequence
          LIMIT greatest(0,
            CASE WHEN e.failing_since IS NULL THEN ${AT_ONCE}::int ELSE ${AT_ONCE_WHILE_FAILING}::int END
            - (SELECT count(*) FROM webhook_deliveries busy
               WHERE busy.endpoint_id = e.id AND busy.claimed_until > now()))) due
        WHERE e.disabled_at IS NULL AND e.id IN (
          SELECT w.endpoint_id FROM webhook_deliveries w
          WHERE w.status IN ('QUEUED', 'RETRYING') AND w.next_attempt_at <= app_now())
        LIMIT ${limit})
      AND d.status IN ('QUEUED', 'RETRYING') AND (d.claimed_until IS NULL OR d.claimed_until <= now())
      FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  return rows.map(({ id }) => id);
}

/** Claims this one, whatever it waits for. False when a process is sending it right now. */
export async function claimDelivery({ db }: Pick<KernelDeps, "db">, id: string): Promise<boolean> {
  const claimed = await db.$executeRaw`
    UPDATE webhook_deliveries SET claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS})
    WHERE id = ${id}::uuid AND (claimed_until IS NULL OR claimed_until <= now())`;
  return claimed === 1;
}
