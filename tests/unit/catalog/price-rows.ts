import { searchWords } from "@/lib/domain/catalog/search-words";
import type { PriceList, PriceRow } from "@/lib/domain/catalog/types";
import { allCountryNames } from "@/lib/format/country-names";

const ALIASES: Record<string, string[]> = { whatsapp: ["واتساپ"], telegram: ["تلگرام", "tele"] };
const CODES: Record<string, string> = { whatsapp: "wa", telegram: "tg", wallapop: "zz" };

export function priceRow(slug: string, iso2: string, change: Partial<PriceRow> = {}): PriceRow {
  const name = allCountryNames(iso2, iso2)[0] ?? iso2;
  return {
    offerId: `${slug}-${iso2}`,
    service: { slug, code: CODES[slug] ?? slug.slice(0, 2), name: slug, aliases: ALIASES[slug] ?? [] },
    country: { iso2, name },
    price: "0.35",
    priceMicros: 350_000n,
    currency: "USD",
    stock: 5,
    band: "few",
    popularity: 0,
    successRate: null,
    sampleSize: 0,
    medianWaitSeconds: null,
    ...change,
  };
}

export function priceList(rows: PriceRow[], prohibited: PriceList["prohibited"] = []): PriceList {
  const services = rows.map(({ service }) => service);
  return {
    rows,
    prohibited,
    serviceWords: new Map([
      ...services.map(
        ({ slug, code, name, aliases }) => [slug, searchWords([code], [name, ...aliases])] as const,
      ),
      ...prohibited.map(({ slug, name }) => [slug, searchWords([], [name])] as const),
    ]),
    countryWords: new Map(
      rows.map(({ country: { iso2, name } }) => [iso2, searchWords([iso2], allCountryNames(iso2, name))]),
    ),
    orders: new Map(),
  };
}
