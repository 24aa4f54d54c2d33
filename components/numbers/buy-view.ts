import { plainDecimal } from "@/lib/domain/kernel/typed-amount";
import { type Query, routes } from "@/lib/routes";
import { SORTS, type Sort } from "./rent-offer";

/** What the buy page shows, as its address says it. */
export interface BuyView {
  /** What is picked first. */
  by: "service" | "country";
  service: string | null;
  country: string | null;
  /** A mobile operator of that country, by its code; null: any. */
  operator: string | null;
  sort: Sort;
  /** The highest price, a decimal string. */
  max: string | null;
}

type Asked = Record<string, string | string[] | undefined>;

// A NUL is no text to Postgres.
const one = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.replaceAll("\0", "").slice(0, 60);
const PRICE = /^\d{1,6}(?:\.\d{1,6})?$/;

/** A ceiling as people write it: "2", "2,50", "۲٫۵"; null for anything else. */
export function readCeiling(text: string | undefined): string | null {
  const plain = plainDecimal(text ?? "");
  return PRICE.test(plain) ? plain : null;
}

export function readBuyView(asked: Asked): BuyView {
  return {
    by: one(asked.by) === "country" ? "country" : "service",
    service: one(asked.service)?.toLowerCase() || null,
    country: one(asked.country)?.toLowerCase() || null,
    operator: one(asked.operator)?.toLowerCase() || null,
    sort: SORTS.find((option) => option === one(asked.sort)) ?? "value",
    max: readCeiling(one(asked.max)),
  };
}

/** The address of a view; only what differs from the plain page. */
export function buyHref(view: BuyView, change: Partial<BuyView> = {}): string {
  const next = { ...view, ...change };
  const query: Query = {
    by: next.by === "country" ? "country" : undefined,
    service: next.service ?? undefined,
    country: next.country ?? undefined,
    // Without its country an operator says nothing; of another country it is another.
    operator: next.country && next.country === view.country ? (next.operator ?? undefined) : undefined,
    sort: next.sort === "value" ? undefined : next.sort,
    max: next.max ?? undefined,
  };
  return routes.numbers(query);
}
