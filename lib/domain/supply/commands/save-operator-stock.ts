import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { UpstreamOperators } from "../ports";

export interface OperatorShelf {
  operatorId: string;
  operator: string;
  countryId: string;
  countryLegacyId: number;
}

/** Of the operators that a supplier sells by and our catalogue knows, those whose stock was asked for longest ago. */
export function listStalestOperators(
  deps: Pick<KernelDeps, "db">,
  providerId: string,
  countries: UpstreamOperators[],
  limit: number,
): Promise<OperatorShelf[]> {
  const named = countries.flatMap(({ countryLegacyId: country, operators }) =>
    operators.map((operator) => ({ country, operator })),
  );
  return deps.db.$queryRaw<OperatorShelf[]>`
    SELECT op.id AS "operatorId", op.code AS operator, c.id AS "countryId", c.legacy_id AS "countryLegacyId"
    FROM jsonb_to_recordset(${JSON.stringify(named)}::jsonb) AS j (country int, operator text)
    JOIN countries c ON c.legacy_id = j.country AND c.is_active
    JOIN operators op ON op.country_id = c.id AND op.code = j.operator
    WHERE EXISTS (
      SELECT FROM supplier_offers o WHERE o.provider_id = ${providerId}::uuid AND o.country_id = c.id
        AND o.operator_id IS NULL AND o.count > 0)
    ORDER BY (SELECT max(o.seen_at) FROM supplier_offers o
        WHERE o.provider_id = ${providerId}::uuid AND o.operator_id = op.id) NULLS FIRST,
      c.sort_order, c.name_en, op.code
    LIMIT ${limit}`;
}

/**
 * Remembers what a supplier has of one operator, at the cost of the country's list: the list itself knows no operators.
 * What it does not name, it does not have.
 */
export async function saveOperatorStock(
  deps: Pick<KernelDeps, "db">,
  providerId: string,
  shelf: OperatorShelf,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = [...counts].map(([service, count]) => ({ service, count }));
  await deps.db.$executeRaw`
    WITH said AS (
      SELECT DISTINCT ON (j.service) j.service, j.count
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS j (service text, count int))
    INSERT INTO supplier_offers (id, provider_id, service_id, country_id, operator_id, cost_micros, count, seen_at)
    SELECT gen_random_uuid(), whole.provider_id, whole.service_id, whole.country_id, ${shelf.operatorId}::uuid,
      whole.cost_micros, least(coalesce(said.count, 0), whole.count), now()
    FROM supplier_offers whole
    JOIN services s ON s.id = whole.service_id
    LEFT JOIN said ON said.service = s.code
    WHERE whole.provider_id = ${providerId}::uuid AND whole.country_id = ${shelf.countryId}::uuid
      AND whole.operator_id IS NULL
    ON CONFLICT (provider_id, service_id, country_id, operator_id)
      DO UPDATE SET cost_micros = excluded.cost_micros, count = excluded.count, seen_at = excluded.seen_at`;
}
