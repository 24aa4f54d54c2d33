import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** How often a code came, of the numbers whose wait is over. */
export interface Delivery {
  withCode: number;
  finished: number;
}

interface Row {
  today_with_code: bigint | null;
  today_finished: bigint | null;
  week_with_code: bigint | null;
  week_finished: bigint | null;
}

/** Today (UTC, business time) and the last seven days, over all services, out of the days' sums. */
export async function readDelivery(
  deps: Pick<KernelDeps, "db">,
): Promise<{ today: Delivery; week: Delivery }> {
  const [row] = await deps.db.$queryRaw<Row[]>`
    SELECT sum(with_code) FILTER (WHERE is_today)::bigint AS today_with_code,
      sum(finished) FILTER (WHERE is_today)::bigint AS today_finished,
      sum(with_code)::bigint AS week_with_code, sum(finished)::bigint AS week_finished
    FROM (
      SELECT day = (app_now() AT TIME ZONE 'UTC')::date AS is_today, with_code, with_code + canceled + expired AS finished
      FROM daily_order_rollups
      WHERE day > (app_now() AT TIME ZONE 'UTC')::date - 7) days`;
  return {
    today: { withCode: Number(row?.today_with_code ?? 0n), finished: Number(row?.today_finished ?? 0n) },
    week: { withCode: Number(row?.week_with_code ?? 0n), finished: Number(row?.week_finished ?? 0n) },
  };
}
