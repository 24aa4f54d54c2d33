import "server-only";
import { getLocale } from "next-intl/server";
import { getDeps } from "@/lib/deps";
import { PRICE_SORTS, searchPrices, searchProhibited } from "@/lib/domain/catalog/price-search";
import { readPriceList } from "@/lib/domain/catalog/queries/price-list";
import { pageWindow, toPage } from "@/lib/domain/kernel/page";
import { allCountryNames, countryNamer } from "@/lib/format/country-names";
import { pricesTable } from "@/lib/table/definitions/prices";
import { type AskedParameters, readTableState } from "@/lib/table/table-state";

/** Public: the price list as the address asks for it, and what is looked for and not sold. */
export async function loadPrices(asked: AskedParameters) {
  const state = readTableState(pricesTable, asked);
  const locale = await getLocale();
  const nameOf = countryNamer(locale);
  const list = await readPriceList(getDeps(), allCountryNames);
  const question = {
    search: state.search,
    isAvailable: state.filters.stock === "now",
    sort: PRICE_SORTS.find((sort) => sort === state.sort) ?? "orders",
    direction: state.direction,
  };
  const found = searchPrices(list, question, locale, (row) => nameOf(row.country));
  const { offset, pageSize } = pageWindow(found.length, state);
  const rows = found
    .slice(offset, offset + pageSize)
    .map((row) => ({ ...row, country: { ...row.country, name: nameOf(row.country) } }));
  return {
    state,
    page: toPage(rows, found.length, state),
    prohibited: searchProhibited(list, state.search),
    notSold: list.prohibited,
  };
}
