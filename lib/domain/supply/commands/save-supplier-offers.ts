import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { UpstreamOffer } from "../ports";

/**
 * Remembers what a supplier says it has. What it no longer names has none. Codes that our catalogue does not know are
 * left out. Returns how many offers stand.
 */
export async function saveSupplierOffers(
  deps: Pick<KernelDeps, "db" | "ids">,
  providerId: string,
  offers: UpstreamOffer[],
): Promise<number> {
  const rows = offers.map((offer) => ({
    id: deps.ids.uuid(),
    service: offer.serviceCode,
    country: offer.countryLegacyId,
    cost: offer.costMicros.toString(),
    count: Math.max(0, Math.trunc(offer.count)),
  }));
  return deps.db.$executeRaw`
    WITH said AS (
      SELECT DISTINCT ON (s.id, c.id) j.id, s.id AS service_id, c.id AS country_id, j.cost::bigint AS cost, j.count
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS j (id uuid, service text, country int, cost text, count int)
      JOIN services s ON s.code = j.service
      JOIN countries c ON c.legacy_id = j.country
      ORDER BY s.id, c.id, j.cost::bigint),
    gone AS (
      UPDATE supplier_offers o SET count = 0, seen_at = now()
      WHERE o.provider_id = ${providerId}::uuid AND o.count > 0
        AND NOT EXISTS (SELECT FROM said WHERE said.service_id = o.service_id AND said.country_id = o.country_id))
    INSERT INTO supplier_offers (id, provider_id, service_id, country_id, cost_micros, count, seen_at)
    SELECT said.id, ${providerId}::uuid, said.service_id, said.country_id, said.cost, said.count, now() FROM said
    ON CONFLICT (provider_id, service_id, country_id, operator_id)
      DO UPDATE SET cost_micros = excluded.cost_micros, count = excluded.count, seen_at = excluded.seen_at`;
}

/** A purchase answered "no numbers", whatever the list had said. The next refresh decides again. */
export async function noteSoldOut(
  deps: Pick<KernelDeps, "db">,
  {
    providerId,
    serviceId,
    countryId,
    operatorId,
  }: { providerId: string; serviceId: string; countryId: string; operatorId: string | null },
): Promise<void> {
  await deps.db.supplierOffer.updateMany({
    where: { providerId, serviceId, countryId, operatorId },
    data: { count: 0 },
  });
}

export async function saveProviderBalance(
  deps: Pick<KernelDeps, "db">,
  providerId: string,
  balanceMicros: bigint,
): Promise<void> {
  await deps.db.$executeRaw`
    UPDATE providers SET balance_micros = ${balanceMicros}::bigint, balance_seen_at = now()
    WHERE id = ${providerId}::uuid`;
}
