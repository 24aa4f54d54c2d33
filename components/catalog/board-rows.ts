import type { OfferView } from "@/lib/domain/catalog/types";
import { countryName } from "@/lib/format/country";

/** One service of the board with the countries that can be had. */
export interface BoardRow {
  service: { slug: string; name: string };
  offers: BoardOffer[];
}

export type BoardOffer = Pick<OfferView, "offerId" | "price" | "currency" | "stock" | "successRate"> & {
  country: { iso2: string /** In the reader's language. */; name: string };
};

const SERVICES_SHOWN = 12;
const COUNTRIES_SHOWN = 8;

function fits(wanted: string, ...texts: string[]): boolean {
  return texts.some((text) => text.toLocaleLowerCase().includes(wanted));
}

/**
 * Groups offers by service, both in the order in which they first appear (the most wanted first), so that a country
 * stands in the same place of each row. A search for a service keeps all its countries, a search for a country all services.
 */
export function boardRows(offers: readonly OfferView[], query: string, locale: string): BoardRow[] {
  const wanted = query.trim().toLocaleLowerCase();
  const places = new Map<string, number>();
  const rows = new Map<string, BoardRow>();
  for (const { offerId, service, country, price, currency, stock, successRate } of offers) {
    const name = countryName(country.iso2, locale, country.name);
    if (!places.has(country.iso2)) places.set(country.iso2, places.size);
    const isWanted =
      fits(wanted, service.name, service.slug, service.code) ||
      fits(wanted, name, country.name, country.iso2);
    if (!isWanted) continue;
    const row = rows.get(service.slug) ?? { service: { slug: service.slug, name: service.name }, offers: [] };
    row.offers.push({ offerId, price, currency, stock, successRate, country: { iso2: country.iso2, name } });
    rows.set(service.slug, row);
  }
  const place = (offer: BoardOffer) => places.get(offer.country.iso2) ?? 0;
  return [...rows.values()].slice(0, SERVICES_SHOWN).map((row) => ({
    ...row,
    offers: row.offers.sort((a, b) => place(a) - place(b)).slice(0, COUNTRIES_SHOWN),
  }));
}
