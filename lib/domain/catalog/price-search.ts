import { meets, searchTokens } from "./search-words";
import type { PriceList, PriceRow, ProhibitedService } from "./types";

export const PRICE_SORTS = ["service", "country", "price", "stock", "rate", "wait", "orders"] as const;
export type PriceSort = (typeof PRICE_SORTS)[number];

export interface PriceQuestion {
  search: string;
  /** Only what can be had now. */
  isAvailable: boolean;
  sort: PriceSort;
  direction: "asc" | "desc";
}

/** Each word has to mean the service or the country: "whatsapp brazil" is one offer. */
function matching(list: PriceList, tokens: readonly string[]): PriceRow[] {
  const isService = new Map<string, boolean[]>();
  const isCountry = new Map<string, boolean[]>();
  for (const [slug, words] of list.serviceWords) {
    isService.set(
      slug,
      tokens.map((token) => meets(token, words)),
    );
  }
  for (const [iso2, words] of list.countryWords) {
    isCountry.set(
      iso2,
      tokens.map((token) => meets(token, words)),
    );
  }
  return list.rows.filter(({ service, country }) =>
    tokens.every((_, at) => isService.get(service.slug)?.[at] || isCountry.get(country.iso2)?.[at]),
  );
}

type Compare = (a: PriceRow, b: PriceRow) => number;

/** What is not known comes last, whichever way the column runs. */
function byNumber(read: (row: PriceRow) => number | null, turn: 1 | -1): Compare {
  return (a, b) => {
    const [left, right] = [read(a), read(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return (left - right) * turn;
  };
}

function comparison(
  { sort, direction }: PriceQuestion,
  nameOf: (row: PriceRow) => string,
  locale: string,
): Compare {
  const turn = direction === "asc" ? 1 : -1;
  const collator = new Intl.Collator(locale);
  const own: Record<PriceSort, Compare> = {
    service: (a, b) => collator.compare(a.service.name, b.service.name) * turn,
    country: (a, b) => collator.compare(nameOf(a), nameOf(b)) * turn,
    price: (a, b) => (a.priceMicros < b.priceMicros ? -1 : a.priceMicros > b.priceMicros ? 1 : 0) * turn,
    stock: byNumber((row) => row.stock, turn),
    rate: byNumber((row) => row.successRate, turn),
    wait: byNumber((row) => row.medianWaitSeconds, turn),
    orders: byNumber((row) => row.sampleSize, turn),
  };
  return (a, b) =>
    own[sort](a, b) ||
    b.popularity - a.popularity ||
    (a.service.slug < b.service.slug ? -1 : a.service.slug > b.service.slug ? 1 : 0) ||
    (a.priceMicros < b.priceMicros ? -1 : a.priceMicros > b.priceMicros ? 1 : 0) ||
    (a.country.iso2 < b.country.iso2 ? -1 : 1);
}

/** The rows a visitor asked for, in order. A service that is meant by its code comes before everything else. */
export function searchPrices(
  list: PriceList,
  question: PriceQuestion,
  locale: string,
  nameOf: (row: PriceRow) => string,
): readonly PriceRow[] {
  const tokens = searchTokens(question.search);
  const compare = comparison(question, nameOf, locale);
  if (tokens.length === 0) return whole(list, question, locale, compare);
  const isMeant = (row: PriceRow) => tokens.includes(row.service.code) || tokens.includes(row.service.slug);
  return available(matching(list, tokens), question).sort(
    (a, b) => Number(isMeant(b)) - Number(isMeant(a)) || compare(a, b),
  );
}

function available(rows: readonly PriceRow[], { isAvailable }: PriceQuestion): PriceRow[] {
  return rows.filter((row) => !isAvailable || row.stock > 0);
}

/** Nothing is searched: the list in this order, sorted once for all who ask. */
function whole(
  list: PriceList,
  question: PriceQuestion,
  locale: string,
  compare: Compare,
): readonly PriceRow[] {
  // By the name of the country is by whatever the asker calls it.
  if (question.sort === "country") return available(list.rows, question).sort(compare);
  const order = [question.sort, question.direction, question.isAvailable, locale].join(" ");
  const rows = list.orders.get(order) ?? available(list.rows, question).sort(compare);
  list.orders.set(order, rows);
  return rows;
}

/**
 * Services a visitor looks for and that are not sold, with why. A word that is the code of one that is means that one, and
 * the country in "wa bra" means no bank while something is sold there under the other words.
 */
export function searchProhibited(list: PriceList, search: string): ProhibitedService[] {
  const typed = searchTokens(search);
  if (typed.length === 0) return [];
  const sold = new Set(list.rows.flatMap(({ service }) => [service.code, service.slug]));
  const isOffer = typed.length > 1 && matching(list, typed).length > 0;
  const isCountry = (token: string) => [...list.countryWords.values()].some((words) => meets(token, words));
  const tokens = typed.filter((token) => !sold.has(token) && !(isOffer && isCountry(token)));
  if (tokens.length === 0) return [];
  return list.prohibited.filter(({ slug }) => {
    const words = list.serviceWords.get(slug);
    return words !== undefined && tokens.some((token) => meets(token, words));
  });
}
