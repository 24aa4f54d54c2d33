import { listServices as readServices } from "@/lib/domain/catalog/queries";
import { listSoldOperators } from "@/lib/domain/catalog/queries/offer-operators";
import { readPriceList } from "@/lib/domain/catalog/queries/price-list";
import { listSoldCountries } from "@/lib/domain/catalog/queries/sold-countries";
import type { PriceRow } from "@/lib/domain/catalog/types";
import { ok } from "@/lib/domain/kernel/result";
import { allCountryNames } from "@/lib/format/country-names";
import { implement } from "../call";
import { badCursor, pageOfAll } from "../cursor";
import { listCountries, listOperators, listPrices, listServices } from "../operations/catalogue";
import { usd } from "./money";

/** Seconds are known to a tenth, shares to a tenth of a percent. */
const share = (rate: number | null) => (rate === null ? null : Math.round(rate * 1000) / 1000);

function priceAnswer(row: PriceRow) {
  return {
    service: { slug: row.service.slug, code: row.service.code, name: row.service.name },
    country: { iso2: row.country.iso2, name: row.country.name },
    price: { amount: row.price, currency: row.currency },
    stock: row.band,
    successRate: share(row.successRate),
    sampleSize: row.sampleSize,
    medianWaitSeconds: row.medianWaitSeconds,
  };
}

const byServiceAndCountry = (a: PriceRow, b: PriceRow) =>
  a.service.slug < b.service.slug || (a.service.slug === b.service.slug && a.country.iso2 < b.country.iso2)
    ? -1
    : 1;

export const CATALOGUE_HANDLERS = [
  implement(listServices, async ({ deps, query }) => {
    const services = await deps.kept.read("rest.services", 10_000, () => readServices(deps));
    const page = pageOfAll(services, query);
    if (!page) return badCursor();
    const data = page.rows.map(({ slug, code, name, category, fromPrice }) => ({
      slug,
      code,
      name,
      category,
      fromPrice: fromPrice === null ? null : usd(fromPrice),
    }));
    return ok({ answer: { data, nextCursor: page.nextCursor } });
  }),
  implement(listCountries, async ({ deps, query }) => {
    const countries = await deps.kept.read("rest.countries", 10_000, () => listSoldCountries(deps));
    const page = pageOfAll(countries, query);
    if (!page) return badCursor();
    const data = page.rows.map(({ iso2, nameEn, phoneCode }) => ({ iso2, name: nameEn, phoneCode }));
    return ok({ answer: { data, nextCursor: page.nextCursor } });
  }),
  implement(listOperators, async ({ deps, query }) => {
    const service = query.service?.toLowerCase() ?? null;
    const found = await listSoldOperators(deps, { country: query.country, service });
    return ok({ answer: { data: found.map(({ code, name }) => ({ code, name })), nextCursor: null } });
  }),
  implement(listPrices, async ({ deps, query }) => {
    const { rows } = await readPriceList(deps, allCountryNames);
    const service = query.service?.toLowerCase();
    const country = query.country?.toUpperCase();
    const matching = rows
      .filter(
        (row) =>
          (!service || row.service.slug === service || row.service.code === service) &&
          (!country || row.country.iso2 === country) &&
          (query.available !== "true" || row.stock > 0),
      )
      .sort(byServiceAndCountry);
    const page = pageOfAll(matching, query);
    if (!page) return badCursor();
    return ok({ answer: { data: page.rows.map(priceAnswer), nextCursor: page.nextCursor } });
  }),
];
