import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { KeptReadings } from "@/lib/domain/kernel/kept-readings";
import { toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { type SearchWords, searchWords } from "../search-words";
import { stockBand } from "../stock-band";
import { describeSample } from "../success-rate";
import type { PriceList, PriceRow } from "../types";

type ReadDeps = Pick<KernelDeps, "db">;

/** Every name people may know a country by. */
export type CountryNames = (iso2: string, stored: string) => readonly string[];

interface Row {
  id: string;
  slug: string;
  code: string;
  service_name: string;
  aliases: string[];
  iso2: string;
  country_name: string;
  price: bigint;
  stock: bigint;
  sample_size: number;
  with_code: number;
  median_wait_seconds: number | null;
  popularity: number;
}

/** What a supplier may cost of the price; the same share as in routing. */
const MAX_COST_PERCENT = 95;

async function readRows(deps: ReadDeps): Promise<PriceRow[]> {
  const rows = await deps.db.$queryRaw<Row[]>`
    WITH own AS (
      SELECT n.service_id, n.country_id, count(*) AS stock
      FROM phone_number_services n
      JOIN providers p ON p.id = n.provider_id AND p.is_active AND p.kind = 'OWN_STOCK'
      WHERE n.is_allowed AND n.used_at IS NULL AND n.live_order_id IS NULL
      GROUP BY 1, 2),
    up AS (
      SELECT f.id, sum(o.count)::bigint AS stock
      FROM offers f
      JOIN supplier_offers o ON o.service_id = f.service_id AND o.country_id = f.country_id
        AND o.operator_id IS NULL AND o.count > 0
        AND o.cost_micros <= f.current_price_micros * ${MAX_COST_PERCENT}::bigint / 100
      JOIN providers p ON p.id = o.provider_id AND p.is_active AND p.kind <> 'OWN_STOCK'
        AND (p.paused_until IS NULL OR p.paused_until <= now())
      WHERE f.is_active AND f.operator_id IS NULL
      GROUP BY 1)
    SELECT f.id, s.slug, s.code, s.name AS service_name, coalesce(s.aliases, '{}') AS aliases, c.iso2, c.name_en AS country_name,
      f.current_price_micros AS price, coalesce(own.stock, 0) + coalesce(up.stock, 0) AS stock,
      coalesce(t.sample_size, 0) AS sample_size, coalesce(t.with_code, 0) AS with_code, t.median_wait_seconds,
      coalesce(st.popularity, 0) AS popularity
    FROM offers f
    JOIN services s ON s.id = f.service_id AND s.is_active AND NOT s.is_prohibited
    JOIN countries c ON c.id = f.country_id AND c.is_active
    LEFT JOIN own ON own.service_id = f.service_id AND own.country_id = f.country_id
    LEFT JOIN up ON up.id = f.id
    LEFT JOIN offer_statistics t ON t.service_id = f.service_id AND t.country_id = f.country_id
    LEFT JOIN service_statistics st ON st.service_id = f.service_id
    WHERE f.is_active AND f.operator_id IS NULL`;
  return rows.map((row) => ({
    offerId: row.id,
    service: { slug: row.slug, code: row.code, name: row.service_name, aliases: row.aliases },
    country: { iso2: row.iso2, name: row.country_name },
    price: toDecimal(row.price),
    priceMicros: row.price,
    currency: WALLET_CURRENCY,
    stock: Number(row.stock),
    band: stockBand(Number(row.stock)),
    popularity: row.popularity,
    sampleSize: row.sample_size,
    ...describeSample({
      sampleSize: row.sample_size,
      withCode: row.with_code,
      medianWaitSeconds: row.median_wait_seconds,
    }),
  }));
}

async function readWhole(deps: ReadDeps, countryNames: CountryNames): Promise<PriceList> {
  const [rows, prohibited] = await Promise.all([
    readRows(deps),
    deps.db.service.findMany({
      where: { isProhibited: true },
      orderBy: { name: "asc" },
      select: { slug: true, code: true, name: true, aliases: true, category: true, prohibitedReason: true },
    }),
  ]);
  const serviceWords = new Map<string, SearchWords>();
  const countryWords = new Map<string, SearchWords>();
  for (const { slug, code, name, aliases } of [...rows.map((row) => row.service), ...prohibited]) {
    if (!serviceWords.has(slug)) serviceWords.set(slug, searchWords([code], [name, slug, ...aliases]));
  }
  for (const { country } of rows) {
    if (countryWords.has(country.iso2)) continue;
    const names = [country.name, ...countryNames(country.iso2, country.name)];
    countryWords.set(country.iso2, searchWords([country.iso2], names));
  }
  return {
    rows,
    prohibited: prohibited.map(({ prohibitedReason, ...service }) => ({
      ...service,
      reason: prohibitedReason,
    })),
    serviceWords,
    countryWords,
    orders: new Map(),
  };
}

/** A purchase always asks for the price of the moment; the list may be this old. */
const KEPT_MS = 10_000;

/** Every public price with stock and computed rates, read once for all visitors. */
export function readPriceList(
  deps: ReadDeps & { kept: KeptReadings },
  countryNames: CountryNames,
): Promise<PriceList> {
  return deps.kept.read("catalog.prices", KEPT_MS, () => readWhole(deps, countryNames));
}
