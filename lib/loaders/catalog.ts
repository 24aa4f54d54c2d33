import "server-only";
import { getLocale } from "next-intl/server";
import { getDeps } from "@/lib/deps";
import { searchPrices, searchProhibited } from "@/lib/domain/catalog/price-search";
import { readPriceList } from "@/lib/domain/catalog/queries/price-list";
import { readDelivery } from "@/lib/domain/numbers/queries/delivery";
import { allCountryNames, countryNamer } from "@/lib/format/country-names";

const DELIVERY_KEPT_MS = 15_000;

/** Public: what can be had now and fits the search, with its names in the reader's language, the most ordered first. */
export async function loadBoard(search: string) {
  const locale = await getLocale();
  const nameOf = countryNamer(locale);
  const list = await readPriceList(getDeps(), allCountryNames);
  const question = { search, isAvailable: true, sort: "orders", direction: "desc" } as const;
  const found = searchPrices(list, question, locale, (row) => nameOf(row.country));
  return {
    rows: found.map((row) => ({ ...row, country: { ...row.country, name: nameOf(row.country) } })),
    prohibited: searchProhibited(list, search),
    availableCount: list.rows.filter((row) => row.stock > 0).length,
  };
}

/** Public: how often a code came, today and in seven days. */
export async function loadDelivery() {
  const deps = getDeps();
  return deps.kept.read("numbers.delivery", DELIVERY_KEPT_MS, () => readDelivery(deps));
}
