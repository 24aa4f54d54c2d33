import type { NumbersDeps } from "../ports";

const DAYS = 30;

/**
 * Computes from the orders of the last 30 days, in one pass over them: for each offer and each service how often a code
 * came and how long it took (median, of finished activations), and for each service how often it was ordered. Sandbox
 * orders are left out. Returns how many offers have numbers.
 */
export async function refreshOfferStatistics(deps: Pick<NumbersDeps, "db">): Promise<number> {
  const [row] = await deps.db.$queryRaw<{ offers: number }[]>`
    WITH recent AS (
      SELECT service_id, country_id, first_code_at, activated_at,
        kind = 'ACTIVATION' AND end_at IS NOT NULL AND activated_at IS NOT NULL AS is_sample
      FROM orders
      WHERE start_at > app_now() - make_interval(days => ${DAYS}::int) AND NOT is_sandbox),
    computed AS (
      SELECT service_id, country_id, grouping(country_id) = 1 AS is_service, count(*)::int AS popularity,
        (count(*) FILTER (WHERE is_sample))::int AS sample_size,
        (count(first_code_at) FILTER (WHERE is_sample))::int AS with_code,
        round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first_code_at - activated_at))
          FILTER (WHERE is_sample AND first_code_at IS NOT NULL))::int AS median_wait_seconds
      FROM recent GROUP BY GROUPING SETS ((service_id, country_id), (service_id))),
    offers_now AS (
      SELECT service_id, country_id, sample_size, with_code, median_wait_seconds
      FROM computed WHERE NOT is_service AND sample_size > 0),
    services_now AS (
      SELECT service_id, sample_size, with_code, median_wait_seconds, popularity FROM computed WHERE is_service),
    offers_gone AS (
      DELETE FROM offer_statistics t WHERE NOT EXISTS (
        SELECT FROM offers_now n WHERE n.service_id = t.service_id AND n.country_id = t.country_id)),
    services_gone AS (
      DELETE FROM service_statistics t WHERE NOT EXISTS (
        SELECT FROM services_now n WHERE n.service_id = t.service_id)),
    offers_kept AS (
      INSERT INTO offer_statistics (service_id, country_id, sample_size, with_code, median_wait_seconds)
      SELECT * FROM offers_now
      ON CONFLICT (service_id, country_id) DO UPDATE SET sample_size = excluded.sample_size,
        with_code = excluded.with_code, median_wait_seconds = excluded.median_wait_seconds, computed_at = app_now()
      RETURNING 1),
    services_kept AS (
      INSERT INTO service_statistics (service_id, sample_size, with_code, median_wait_seconds, popularity)
      SELECT * FROM services_now
      ON CONFLICT (service_id) DO UPDATE SET sample_size = excluded.sample_size, with_code = excluded.with_code,
        median_wait_seconds = excluded.median_wait_seconds, popularity = excluded.popularity, computed_at = app_now())
    SELECT count(*)::int AS offers FROM offers_kept`;
  return row?.offers ?? 0;
}
