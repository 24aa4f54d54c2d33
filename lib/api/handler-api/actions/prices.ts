import { readShelf, type ShelfRow } from "@/lib/domain/catalog/queries/shelf";
import { toDecimal } from "@/lib/domain/kernel/money";
import { type Answer, fail, json } from "../answer";
import type { KeyedCall } from "../call";
import { isTrue } from "../parameters";
import { price } from "../wire-values";
import { OUR_PROVIDER } from "./catalogue";

const SERVICE = /^[A-Za-z0-9]{2,6}$/;
const COUNTRY = /^\d{1,5}$/;

/** What `service` and `country` leave of the shelf: all of it without them, nothing for what we do not know. */
async function chosen({ deps, get }: KeyedCall): Promise<ShelfRow[]> {
  const shelf = await readShelf(deps);
  const [service, country] = [get("service"), get("country")];
  if (service !== undefined && !SERVICE.test(service)) return [];
  if (country !== undefined && !COUNTRY.test(country)) return [];
  if (country !== undefined) {
    const rows = shelf.byCountry.get(Number(country)) ?? [];
    return service === undefined ? rows : rows.filter((row) => row.serviceCode === service.toLowerCase());
  }
  return service === undefined ? shelf.rows : (shelf.byService.get(service.toLowerCase()) ?? []);
}

/** Country -> service -> `shape`; nothing at all is {}. */
function byCountry(rows: readonly ShelfRow[], shape: (row: ShelfRow) => object): Answer {
  const found: Record<string, Record<string, object>> = {};
  for (const row of rows) {
    const country = found[row.countryLegacyId] ?? {};
    found[row.countryLegacyId] = country;
    country[row.serviceCode] = shape(row);
  }
  return json(found);
}

/** How many there are at each price: we sell at one. */
const ladder = ({ priceMicros, stock }: ShelfRow) => ({ [toDecimal(priceMicros)]: stock });

const plain = ({ priceMicros, stock, ownStock }: ShelfRow) => ({
  cost: price(priceMicros),
  count: stock,
  physicalCount: ownStock,
});

/** getPrices */
export async function prices(call: KeyedCall) {
  return byCountry(await chosen(call), plain);
}

/** getPricesExtended: with the ladder of prices where freePrice asks for it. */
export async function extendedPrices(call: KeyedCall) {
  const isFree = isTrue(call.get("freePrice"));
  return byCountry(await chosen(call), (row) =>
    isFree ? { ...plain(row), freePriceMap: ladder(row) } : plain(row),
  );
}

/** getPricesV2: price -> count. */
export async function pricesV2(call: KeyedCall) {
  return byCountry(await chosen(call), ladder);
}

/** getPricesV3: by provider, of which there is one, in SMSBower's shape. */
export async function pricesV3(call: KeyedCall) {
  return byCountry(await chosen(call), ({ priceMicros, stock }) => ({
    [OUR_PROVIDER]: { count: stock, price: price(priceMicros), provider_id: OUR_PROVIDER },
  }));
}

/** getPricesVerification: turned round, service -> country, prices as text. We take no calls, so there are none to have. */
export async function verificationPrices(call: KeyedCall) {
  const found: Record<string, Record<string, object>> = {};
  for (const { serviceCode, countryLegacyId, priceMicros } of await chosen(call)) {
    const service = found[serviceCode] ?? {};
    found[serviceCode] = service;
    service[countryLegacyId] = { count: 0, price: toDecimal(priceMicros) };
  }
  return json(found);
}

/** getTopCountriesByService, and …Rank: there are no ranks of customers. The fullest shelves first. */
export async function topCountries(call: KeyedCall): Promise<Answer> {
  const rows = await chosen(call);
  const service = call.get("service");
  if (service === undefined || rows.length === 0) return fail("BAD_SERVICE");
  const isFree = isTrue(call.get("freePrice"));
  const best = rows.toSorted((a, b) => b.stock - a.stock || a.countryLegacyId - b.countryLegacyId);
  return json(
    Object.fromEntries(
      best.map((row, index) => [
        index,
        {
          country: row.countryLegacyId,
          count: row.stock,
          price: price(row.priceMicros),
          retail_price: price(row.priceMicros),
          ...(isFree ? { freePriceMap: ladder(row) } : {}),
          physicalTotalCount: row.ownStock,
          physicalCountForDefaultPrice: row.ownStock,
          physicalPriceMap: { [toDecimal(row.priceMicros)]: row.ownStock },
        },
      ]),
    ),
  );
}
