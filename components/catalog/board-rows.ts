import type { PriceRow } from "@/lib/domain/catalog/types";

/** One service of the board with the countries that can be had. */
export interface BoardRow {
  service: { slug: string; name: string };
  offers: PriceRow[];
  /** In how many countries it can be had; those that found no place here are in the price list. */
  countries: number;
}

const SERVICES_SHOWN = 8;
const COUNTRIES_SHOWN = 8;

/**
 * Groups prices by service, both in the order in which they first appear (the most wanted first), so that a country
 * stands in the same place of each row.
 */
export function boardRows(prices: readonly PriceRow[]): BoardRow[] {
  const places = new Map<string, number>();
  const rows = new Map<string, PriceRow[]>();
  for (const price of prices) {
    if (!places.has(price.country.iso2)) places.set(price.country.iso2, places.size);
    const row = rows.get(price.service.slug);
    if (row) row.push(price);
    else rows.set(price.service.slug, [price]);
  }
  const place = (price: PriceRow) => places.get(price.country.iso2) ?? 0;
  return [...rows.values()].slice(0, SERVICES_SHOWN).flatMap((offers) => {
    const [first] = offers;
    if (!first) return [];
    return [
      {
        service: { slug: first.service.slug, name: first.service.name },
        offers: offers.sort((a, b) => place(a) - place(b)).slice(0, COUNTRIES_SHOWN),
        countries: offers.length,
      },
    ];
  });
}
