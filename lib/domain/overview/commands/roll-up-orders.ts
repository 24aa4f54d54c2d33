import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ORDER_SUMS, WAIT_BUCKET } from "../queries/order-sums";
import { WAIT_BUCKETS } from "../wait-buckets";

const MARK = "orders";

/** How far behind the mark is read again: what was committed late, and losses that are known only after the watch. */
const LOOK_BACK_MS = 2 * 3_600_000;

/** Days in one statement: the first run over a long past sorts no more than this at once. */
const DAYS_IN_STEP = 30;

/** More than enough for the first run over millions of orders. */
const FIRST_RUN_MS = 120_000;

interface Touched {
  days: string[];
  now: Date;
}

/**
 * Every day (UTC, business time) whose numbers may have changed since the mark: of orders that began, ended or were
 * refunded, of those that still live or are watched, and today and yesterday. Without a mark: every day.
 */
async function readTouched(tx: Tx): Promise<Touched> {
  const mark = await tx.rollupMark.findUnique({ where: { name: MARK } });
  const from = new Date((mark?.readUntil.getTime() ?? 0) - LOOK_BACK_MS);
  const since = mark
    ? Prisma.sql`SELECT start_at FROM orders WHERE start_at >= ${from}
        UNION ALL SELECT start_at FROM orders WHERE end_at >= ${from}
        UNION ALL SELECT start_at FROM orders WHERE refunded_at >= ${from}
        UNION ALL SELECT start_at FROM orders WHERE status IN ('PENDING', 'ACTIVE')
        UNION ALL SELECT start_at FROM orders WHERE watch_until IS NOT NULL
        UNION ALL SELECT app_now() UNION ALL SELECT app_now() - interval '1 day'`
    : Prisma.sql`SELECT start_at FROM orders`;
  const [row] = await tx.$queryRaw<{ days: string[] | null; now: Date }[]>`
    SELECT app_now() AS now, array_agg(DISTINCT day ORDER BY day) AS days
    FROM (SELECT ((start_at AT TIME ZONE 'UTC')::date)::text AS day FROM (${since}) touched) days`;
  return { days: row?.days ?? [], now: row?.now ?? new Date(0) };
}

const waitSums = Prisma.join(
  Array.from(
    { length: WAIT_BUCKETS },
    (_, bucket) => Prisma.sql`sum(wait_buckets[${Prisma.raw(String(bucket + 1))}])::int`,
  ),
);

/** Computes these days anew from their orders. */
async function computeDays(tx: Tx, days: string[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM daily_order_rollups WHERE day = ANY(${days}::date[])`;
  await tx.$executeRaw`
    INSERT INTO daily_order_rollups (day, service_id, provider_id, orders, with_code, completed, canceled, expired,
      failed, revenue_micros, refunded_micros, cost_micros, loss_micros, wait_buckets)
    SELECT day, service_id, provider_id, ${ORDER_SUMS}
    FROM (
      SELECT d.day, o.*, ${WAIT_BUCKET}
      FROM unnest(${days}::date[]) AS d (day)
      JOIN orders o ON o.start_at >= d.day::timestamp AT TIME ZONE 'UTC'
        AND o.start_at < (d.day + 1)::timestamp AT TIME ZONE 'UTC'
      WHERE NOT o.is_sandbox) counted
    GROUP BY day, service_id, provider_id`;
  await tx.$executeRaw`DELETE FROM daily_provider_rollups WHERE day = ANY(${days}::date[])`;
  await tx.$executeRaw`
    INSERT INTO daily_provider_rollups (day, provider_id, orders, with_code, completed, canceled, expired, failed,
      revenue_micros, refunded_micros, cost_micros, loss_micros, wait_buckets)
    SELECT day, provider_id, sum(orders), sum(with_code), sum(completed), sum(canceled), sum(expired), sum(failed),
      sum(revenue_micros), sum(refunded_micros), sum(cost_micros), sum(loss_micros), ARRAY[${waitSums}]
    FROM daily_order_rollups WHERE day = ANY(${days}::date[]) GROUP BY day, provider_id`;
}

/**
 * Brings the roll-ups of orders up to date: whole days, computed anew, so that running it twice changes nothing. One
 * process at a time; the others find nothing to do. Returns how many days were computed.
 */
export async function rollUpOrders(deps: Pick<KernelDeps, "db" | "clock">): Promise<number> {
  return deps.db.$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(hashtext('patchbay.roll_up_orders')) AS taken`;
      if (!lock?.taken) return 0;
      const { days, now } = await readTouched(tx);
      for (let from = 0; from < days.length; from += DAYS_IN_STEP) {
        await computeDays(tx, days.slice(from, from + DAYS_IN_STEP));
      }
      await tx.rollupMark.upsert({
        where: { name: MARK },
        create: { name: MARK, readUntil: now },
        update: { readUntil: now, ranAt: deps.clock.securityNow() },
      });
      return days.length;
    },
    { maxWait: 10_000, timeout: FIRST_RUN_MS },
  );
}
