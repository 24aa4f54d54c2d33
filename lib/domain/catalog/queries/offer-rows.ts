import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { stockBand } from "../stock-band";
import { describeSample } from "../success-rate";
import type { OfferView } from "../types";

interface OfferRow {
  id: string;
  slug: string;
  code: string;
  service_name: string;
  iso2: string;
  country_name: string;
  phone_code: string;
  legacy_id: number;
  price: bigint;
  own: bigint;
  upstream: bigint;
  own_providers: bigint;
  upstream_providers: bigint;
  is_simulated: boolean | null;
  sample_size: number | null;
  with_code: number | null;
  median_wait_seconds: number | null;
}

/** What a supplier may cost of the price; the same share as in routing. */
const MAX_COST_PERCENT = 95;

function offerView(row: OfferRow): OfferView {
  const sampleSize = row.sample_size ?? 0;
  return {
    offerId: row.id,
    service: { slug: row.slug, code: row.code, name: row.service_name },
    country: { iso2: row.iso2, name: row.country_name, phoneCode: row.phone_code, legacyId: row.legacy_id },
    price: toDecimal(row.price),
    priceMicros: row.price,
    currency: WALLET_CURRENCY,
    stock: Number(row.own + row.upstream),
    band: stockBand(Number(row.own + row.upstream)),
    providers: Number(row.own_providers + row.upstream_providers),
    sampleSize,
    ...describeSample({
      sampleSize,
      withCode: row.with_code ?? 0,
      medianWaitSeconds: row.median_wait_seconds,
    }),
    isSimulated: row.is_simulated ?? false,
  };
}

/**
 * Active offers with their stock, cheapest first, in one grouped read. Of one operator (its code): what there is of it, at
 * its own price where it has one; how often codes came is known by country alone.
 */
export async function readOffers(
  deps: Pick<KernelDeps, "db">,
  filter: { service?: string; country?: string; operator?: string | undefined },
): Promise<OfferView[]> {
  const service = filter.service?.toLowerCase() ?? null;
  const country = filter.country?.toUpperCase() ?? null;
  const operator = filter.operator?.toLowerCase() ?? null;
  const rows = await deps.db.$queryRaw<OfferRow[]>`
    SELECT f.id, s.slug, s.code, s.name AS service_name, c.iso2, c.name_en AS country_name, c.phone_code, c.legacy_id,
      price.micros AS price, own.stock AS own, up.stock AS upstream, own.providers AS own_providers,
      up.providers AS upstream_providers, up.is_simulated, t.sample_size, t.with_code, t.median_wait_seconds
    FROM offers f
    JOIN services s ON s.id = f.service_id AND s.is_active AND NOT s.is_prohibited
    JOIN countries c ON c.id = f.country_id AND c.is_active
    LEFT JOIN offer_statistics t ON t.service_id = f.service_id AND t.country_id = f.country_id
    LEFT JOIN operators op ON op.country_id = f.country_id AND op.code = ${operator}
    LEFT JOIN offers of_it ON of_it.service_id = f.service_id AND of_it.operator_id = op.id AND of_it.is_active
    CROSS JOIN LATERAL (SELECT coalesce(of_it.current_price_micros, f.current_price_micros) AS micros) price
    CROSS JOIN LATERAL (
      SELECT count(*) AS stock, count(DISTINCT n.provider_id) AS providers
      FROM phone_number_services n
      JOIN providers p ON p.id = n.provider_id AND p.is_active AND p.kind = 'OWN_STOCK'
      WHERE n.service_id = f.service_id AND n.country_id = f.country_id
        AND n.is_allowed AND n.used_at IS NULL AND n.live_order_id IS NULL
        AND (op.id IS NULL OR EXISTS (
          SELECT FROM phone_numbers number WHERE number.id = n.phone_number_id AND number.operator_id = op.id))) own
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(o.count), 0)::bigint AS stock, count(*) AS providers, bool_or(p.is_simulated) AS is_simulated
      FROM supplier_offers o
      JOIN providers p ON p.id = o.provider_id AND p.is_active AND p.kind <> 'OWN_STOCK'
        AND (p.paused_until IS NULL OR p.paused_until <= now())
      WHERE o.service_id = f.service_id AND o.country_id = f.country_id AND o.operator_id IS NOT DISTINCT FROM op.id AND o.count > 0
        AND o.cost_micros <= price.micros * ${MAX_COST_PERCENT}::bigint / 100) up
    WHERE f.is_active AND f.operator_id IS NULL AND (${operator}::text IS NULL OR op.id IS NOT NULL)
      AND (${service}::text IS NULL OR s.slug = ${service} OR s.code = ${service})
      AND (${country}::text IS NULL OR c.iso2 = ${country} AND c.is_canonical OR c.legacy_id::text = ${country})
    ORDER BY price.micros, c.name_en`;
  return rows.map(offerView);
}
