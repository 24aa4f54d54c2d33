import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { KeptReadings } from "@/lib/domain/kernel/kept-readings";
import { describeSample } from "../success-rate";

/** One price: a service in a country, of any operator or of one, with what can be had of it. */
export interface Shelf {
  service: { id: string; code: string; slug: string; fiveSimName: string | null };
  country: {
    id: string;
    iso2: string;
    legacyId: number;
    name: string;
    phoneCode: string;
    fiveSimName: string | null;
  };
  /** A mobile operator's code; null: any. */
  operator: string | null;
  priceMicros: bigint;
  stock: number;
  /** 0 to 1, of the service in the country; null where too few orders say anything. */
  successRate: number | null;
}

interface Row {
  service_id: string;
  code: string;
  slug: string;
  service_five_sim: string | null;
  country_id: string;
  iso2: string;
  legacy_id: number;
  country_name: string;
  phone_code: string;
  country_five_sim: string | null;
  operator: string | null;
  price: bigint;
  stock: bigint;
  sample_size: number;
  with_code: number;
}

/** What a supplier may cost of the price; the same share as in routing. */
const MAX_COST_PERCENT = 95;

async function readShelves(deps: Pick<KernelDeps, "db">): Promise<Shelf[]> {
  // Any operator is the id of zeros, so that the parts can be joined by equality.
  const rows = await deps.db.$queryRaw<Row[]>`
    WITH zero AS (SELECT '00000000-0000-0000-0000-000000000000'::uuid AS id),
    free AS (
      SELECT n.service_id, n.country_id, number.operator_id
      FROM phone_number_services n
      JOIN providers p ON p.id = n.provider_id AND p.is_active AND p.kind = 'OWN_STOCK'
      JOIN phone_numbers number ON number.id = n.phone_number_id
      WHERE n.is_allowed AND n.used_at IS NULL AND n.live_order_id IS NULL),
    own AS (
      SELECT service_id, country_id, (SELECT id FROM zero) AS operator_id, count(*) AS stock FROM free GROUP BY 1, 2
      UNION ALL
      SELECT service_id, country_id, operator_id, count(*) FROM free WHERE operator_id IS NOT NULL GROUP BY 1, 2, 3),
    priced AS (
      SELECT service_id, country_id, (SELECT id FROM zero) AS operator_id, NULL AS operator, current_price_micros AS price
      FROM offers WHERE is_active AND operator_id IS NULL
      UNION ALL
      SELECT f.service_id, f.country_id, op.id, op.code, coalesce(g.current_price_micros, f.current_price_micros)
      FROM offers f
      JOIN operators op ON op.country_id = f.country_id
      LEFT JOIN offers g ON g.service_id = f.service_id AND g.operator_id = op.id AND g.is_active
      WHERE f.is_active AND f.operator_id IS NULL),
    up AS (
      SELECT x.service_id, x.country_id, x.operator_id, sum(o.count)::bigint AS stock
      FROM priced x
      JOIN supplier_offers o ON o.service_id = x.service_id AND o.country_id = x.country_id
        AND coalesce(o.operator_id, (SELECT id FROM zero)) = x.operator_id AND o.count > 0
        AND o.cost_micros <= x.price * ${MAX_COST_PERCENT}::bigint / 100
      JOIN providers p ON p.id = o.provider_id AND p.is_active AND p.kind <> 'OWN_STOCK'
        AND (p.paused_until IS NULL OR p.paused_until <= now())
      GROUP BY 1, 2, 3)
    SELECT s.id AS service_id, s.code, s.slug, s.five_sim_name AS service_five_sim, c.id AS country_id, c.iso2, c.legacy_id,
      c.name_en AS country_name, c.phone_code, c.five_sim_name AS country_five_sim, x.operator, x.price,
      coalesce(own.stock, 0) + coalesce(up.stock, 0) AS stock, coalesce(t.sample_size, 0) AS sample_size,
      coalesce(t.with_code, 0) AS with_code
    FROM priced x
    JOIN services s ON s.id = x.service_id AND s.is_active AND NOT s.is_prohibited
    JOIN countries c ON c.id = x.country_id AND c.is_active AND c.is_canonical
    LEFT JOIN own ON own.service_id = x.service_id AND own.country_id = x.country_id AND own.operator_id = x.operator_id
    LEFT JOIN up ON up.service_id = x.service_id AND up.country_id = x.country_id AND up.operator_id = x.operator_id
    LEFT JOIN offer_statistics t ON t.service_id = x.service_id AND t.country_id = x.country_id
    WHERE x.operator IS NULL OR own.stock > 0 OR up.stock > 0
    ORDER BY c.name_en, s.slug, x.operator NULLS FIRST`;
  return rows.map((row) => ({
    service: { id: row.service_id, code: row.code, slug: row.slug, fiveSimName: row.service_five_sim },
    country: {
      id: row.country_id,
      iso2: row.iso2,
      legacyId: row.legacy_id,
      name: row.country_name,
      phoneCode: row.phone_code,
      fiveSimName: row.country_five_sim,
    },
    operator: row.operator,
    priceMicros: row.price,
    stock: Number(row.stock),
    successRate: describeSample({
      sampleSize: row.sample_size,
      withCode: row.with_code,
      medianWaitSeconds: null,
    }).successRate,
  }));
}

/** A purchase always asks for the price of the moment; the list may be this old. */
const KEPT_MS = 10_000;

/** Everything on offer by country, service and operator, read once for all who ask. */
export function listShelves(deps: Pick<KernelDeps, "db"> & { kept: KeptReadings }): Promise<Shelf[]> {
  return deps.kept.read("catalog.shelves", KEPT_MS, () => readShelves(deps));
}

/** What every service and country is called, also those that are sold no more. */
export async function listCallNames(deps: Pick<KernelDeps, "db">) {
  const [services, countries] = await Promise.all([
    deps.db.service.findMany({ select: { code: true, slug: true, fiveSimName: true } }),
    deps.db.country.findMany({
      where: { isCanonical: true },
      select: { iso2: true, nameEn: true, fiveSimName: true },
    }),
  ]);
  return { services, countries };
}
