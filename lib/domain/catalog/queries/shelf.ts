import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { KeptReadings } from "@/lib/domain/kernel/kept-readings";

/** One service in one country, as the protocols list it. */
export interface ShelfRow {
  /** Protocol code ("wa") and number (73). */
  serviceCode: string;
  countryLegacyId: number;
  priceMicros: bigint;
  /** What can be sold now, of our own and of suppliers. */
  stock: number;
  /** Of it our own: SIM cards that we hold ourselves. */
  ownStock: number;
  /** Finished orders of the last 30 days, and those of them with a code. */
  sampleSize: number;
  withCode: number;
  operators: ShelfOperator[];
}

export interface ShelfOperator {
  code: string;
  priceMicros: bigint;
  stock: number;
}

export interface Shelf {
  rows: ShelfRow[];
  byCountry: ReadonlyMap<number, ShelfRow[]>;
  byService: ReadonlyMap<string, ShelfRow[]>;
}

interface Row extends Omit<ShelfRow, "operators"> {
  operators: { code: string; price: string; stock: number }[] | null;
}

/** What a supplier may cost of the price; the same share as in routing. */
const MAX_COST_PERCENT = 95;

async function readRows(deps: Pick<KernelDeps, "db">): Promise<ShelfRow[]> {
  const rows = await deps.db.$queryRaw<Row[]>`
    WITH own AS (
      SELECT n.service_id, n.country_id, number.operator_id, count(*) AS stock
      FROM phone_number_services n
      JOIN phone_numbers number ON number.id = n.phone_number_id AND number.is_active
      JOIN providers p ON p.id = n.provider_id AND p.is_active AND p.kind = 'OWN_STOCK'
      WHERE n.is_allowed AND n.used_at IS NULL AND n.live_order_id IS NULL
      GROUP BY 1, 2, 3),
    own_all AS (SELECT service_id, country_id, sum(stock) AS stock FROM own GROUP BY 1, 2),
    sold AS (
      SELECT o.service_id, o.country_id, o.operator_id, o.cost_micros, o.count
      FROM supplier_offers o
      JOIN providers p ON p.id = o.provider_id AND p.is_active AND p.kind <> 'OWN_STOCK'
        AND (p.paused_until IS NULL OR p.paused_until <= now())
      WHERE o.count > 0),
    up AS (
      SELECT f.id, sum(o.count) AS stock
      FROM offers f
      JOIN sold o ON o.service_id = f.service_id AND o.country_id = f.country_id AND o.operator_id IS NULL
        AND o.cost_micros <= f.current_price_micros * ${MAX_COST_PERCENT}::bigint / 100
      WHERE f.is_active AND f.operator_id IS NULL
      GROUP BY 1),
    by_operator AS (
      SELECT service_id, country_id, operator_id, stock, 0 AS cost FROM own WHERE operator_id IS NOT NULL
      UNION ALL SELECT service_id, country_id, operator_id, count, cost_micros FROM sold WHERE operator_id IS NOT NULL),
    offered AS (
      SELECT f.id, op.code, coalesce(priced.current_price_micros, f.current_price_micros) AS price, b.stock, b.cost
      FROM offers f
      JOIN by_operator b ON b.service_id = f.service_id AND b.country_id = f.country_id
      JOIN operators op ON op.id = b.operator_id
      LEFT JOIN offers priced ON priced.service_id = b.service_id AND priced.operator_id = b.operator_id AND priced.is_active
      WHERE f.is_active AND f.operator_id IS NULL),
    summed AS (
      SELECT id, code, price, sum(stock)::int AS stock FROM offered
      WHERE cost <= price * ${MAX_COST_PERCENT}::bigint / 100 GROUP BY id, code, price),
    operated AS (
      SELECT id, json_agg(json_build_object('code', code, 'price', price::text, 'stock', stock) ORDER BY code) AS list
      FROM summed GROUP BY id)
    SELECT s.code AS "serviceCode", c.legacy_id AS "countryLegacyId", f.current_price_micros AS "priceMicros",
      (coalesce(own_all.stock, 0) + coalesce(up.stock, 0))::int AS stock, coalesce(own_all.stock, 0)::int AS "ownStock",
      coalesce(t.sample_size, 0) AS "sampleSize", coalesce(t.with_code, 0) AS "withCode", operated.list AS operators
    FROM offers f
    JOIN services s ON s.id = f.service_id AND s.is_active AND NOT s.is_prohibited
    JOIN countries c ON c.id = f.country_id AND c.is_active
    LEFT JOIN own_all ON own_all.service_id = f.service_id AND own_all.country_id = f.country_id
    LEFT JOIN up ON up.id = f.id
    LEFT JOIN operated ON operated.id = f.id
    LEFT JOIN offer_statistics t ON t.service_id = f.service_id AND t.country_id = f.country_id
    WHERE f.is_active AND f.operator_id IS NULL
    ORDER BY c.legacy_id, s.code`;
  return rows.map(({ operators, ...row }) => ({
    ...row,
    operators: (operators ?? []).map(({ code, price, stock }) => ({
      code,
      stock,
      priceMicros: BigInt(price),
    })),
  }));
}

async function readWhole(deps: Pick<KernelDeps, "db">): Promise<Shelf> {
  const rows = await readRows(deps);
  const byCountry = new Map<number, ShelfRow[]>();
  const byService = new Map<string, ShelfRow[]>();
  for (const row of rows) {
    const country = byCountry.get(row.countryLegacyId) ?? [];
    byCountry.set(row.countryLegacyId, country);
    country.push(row);
    const service = byService.get(row.serviceCode) ?? [];
    byService.set(row.serviceCode, service);
    service.push(row);
  }
  return { rows, byCountry, byService };
}

/** A purchase always asks for the price and the stock of the moment; the list may be this old. */
const KEPT_MS = 10_000;

/** Every price with its stock, by the protocols' own codes, and by operator: read once for all integrators. */
export function readShelf(deps: Pick<KernelDeps, "db"> & { kept: KeptReadings }): Promise<Shelf> {
  return deps.kept.read("catalog.shelf", KEPT_MS, () => readWhole(deps));
}
