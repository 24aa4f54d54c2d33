import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ownedBy } from "./owned-by";

export interface Spending {
  /** Oldest first, every day of the span; YYYY-MM-DD (UTC). */
  days: { day: string; micros: bigint; codes: number }[];
  /** The services that most was paid for. */
  services: { slug: string; name: string; micros: bigint; codes: number }[];
  totalMicros: bigint;
}

const TOP = 5;

/** What the person paid for codes in the last `days` days, refunds taken off. */
export async function readSpending(
  deps: Pick<KernelDeps, "db">,
  scope: CustomerScope,
  days: number,
): Promise<Spending> {
  const [byDay, byService] = await Promise.all([
    deps.db.$queryRaw<{ day: string; micros: bigint; codes: bigint }[]>`
      SELECT to_char(d.day, 'YYYY-MM-DD') AS day, coalesce(sum(o.price_micros - o.refunded_micros), 0)::bigint AS micros,
        count(o.id) AS codes
      FROM generate_series((app_now() AT TIME ZONE 'UTC')::date - ${days - 1}::int,
        (app_now() AT TIME ZONE 'UTC')::date, interval '1 day') AS d(day)
      LEFT JOIN orders o ON ${ownedBy(scope)} AND o.first_code_at IS NOT NULL
        AND o.start_at >= app_now() - make_interval(days => ${days + 1}::int)
        AND (o.start_at AT TIME ZONE 'UTC')::date = d.day::date
      GROUP BY d.day ORDER BY d.day`,
    deps.db.$queryRaw<{ slug: string; name: string; micros: bigint; codes: bigint }[]>`
      SELECT s.slug, s.name, sum(o.price_micros - o.refunded_micros)::bigint AS micros, count(*) AS codes
      FROM orders o JOIN services s ON s.id = o.service_id
      WHERE ${ownedBy(scope)} AND o.first_code_at IS NOT NULL
        AND o.start_at >= ((app_now() AT TIME ZONE 'UTC')::date - ${days - 1}::int)::timestamp AT TIME ZONE 'UTC'
      GROUP BY s.slug, s.name ORDER BY micros DESC, s.name LIMIT ${TOP}`,
  ]);
  const counted = <Row extends { codes: bigint }>(row: Row) => ({ ...row, codes: Number(row.codes) });
  return {
    days: byDay.map(counted),
    services: byService.map(counted),
    totalMicros: byDay.reduce((sum, { micros }) => sum + micros, 0n),
  };
}
