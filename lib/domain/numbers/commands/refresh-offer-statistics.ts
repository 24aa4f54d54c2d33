import type { NumbersDeps } from "../ports";

const DAYS = 30;

/**
 * Computes from the finished orders of the last 30 days how often a code came and how long it took (median). Sandbox
 * orders are left out. Returns how many offers have orders.
 */
export function refreshOfferStatistics(deps: Pick<NumbersDeps, "db">): Promise<number> {
  return deps.db.$executeRaw`
    WITH computed AS (
      SELECT service_id, country_id, count(*)::int AS sample_size, count(first_code_at)::int AS with_code,
        round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first_code_at - activated_at))
          FILTER (WHERE first_code_at IS NOT NULL))::int AS median_wait_seconds
      FROM orders
      WHERE start_at > app_now() - make_interval(days => ${DAYS}::int) AND end_at IS NOT NULL
        AND activated_at IS NOT NULL AND NOT is_sandbox AND kind = 'ACTIVATION'
      GROUP BY service_id, country_id),
    gone AS (
      DELETE FROM offer_statistics t WHERE NOT EXISTS (
        SELECT FROM computed c WHERE c.service_id = t.service_id AND c.country_id = t.country_id))
    INSERT INTO offer_statistics (service_id, country_id, sample_size, with_code, median_wait_seconds)
    SELECT service_id, country_id, sample_size, with_code, median_wait_seconds FROM computed
    ON CONFLICT (service_id, country_id) DO UPDATE SET sample_size = excluded.sample_size,
      with_code = excluded.with_code, median_wait_seconds = excluded.median_wait_seconds, computed_at = app_now()`;
}
