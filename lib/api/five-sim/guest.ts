import { type Context, Hono } from "hono";
import type { Deps } from "@/lib/deps";
import type { Shelf } from "@/lib/domain/catalog/queries/shelves";
import { countryNamer } from "@/lib/format/country-names";
import type { ApiEnv } from "../context";
import { amount, json, words } from "./answers";
import { ANY, countryNameOf, productName, wordOf } from "./names";
import { type Shop, shopOf } from "./shop";

type Nested = Record<string, Record<string, Record<string, object>>>;

const inRussian = countryNamer("ru");

/** Codes come in so many percent; left out where it is little or too few orders say so. */
function rateOf({ successRate }: Shelf): { rate?: number } {
  const percent = successRate === null ? 0 : Math.round(successRate * 10_000) / 100;
  return percent < 20 ? {} : { rate: percent };
}

function pricesOf(shelves: Shelf[], isByProduct: boolean): Nested {
  const prices: Nested = {};
  for (const shelf of shelves) {
    const [country, product] = [countryNameOf(shelf.country), productName(shelf.service)];
    const [first, second] = isByProduct ? [product, country] : [country, product];
    prices[first] ??= {};
    prices[first][second] ??= {};
    prices[first][second][shelf.operator ?? ANY] = {
      cost: amount(shelf.priceMicros),
      count: shelf.stock,
      ...rateOf(shelf),
    };
  }
  return prices;
}

function productsOf(shelves: Shelf[]) {
  const products: Record<string, { Category: string; Qty: number; Price: number }> = {};
  for (const shelf of shelves) {
    const name = productName(shelf.service);
    const known = products[name];
    const price = amount(shelf.priceMicros);
    products[name] = {
      Category: "activation",
      Qty: (known?.Qty ?? 0) + shelf.stock,
      Price: known ? Math.min(known.Price, price) : price,
    };
  }
  return products;
}

function countriesOf({ shelves }: Shop) {
  const countries: Record<string, Record<string, unknown>> = {};
  for (const { country, operator } of shelves) {
    const name = countryNameOf(country);
    countries[name] ??= {
      iso: { [country.iso2.toLowerCase()]: 1 },
      prefix: { [`+${country.phoneCode}`]: 1 },
      text_en: country.name,
      text_ru: inRussian(country),
      [ANY]: { activation: 1 },
    };
    if (operator !== null) countries[name][operator] = { activation: 1 };
  }
  return countries;
}

/** GET /v1/guest/*: products, prices, countries, flash. No key; so many requests of one address a minute. */
export function guestRoutes(deps: Deps) {
  async function products(c: Context<ApiEnv>): Promise<Response> {
    const shop = await shopOf(deps);
    const [country, operator] = [wordOf(c.req.param("country")), wordOf(c.req.param("operator"))];
    const found = shop.countryNamed(country);
    if (!found && country !== ANY) return words(c, 400, "bad country");
    const isKnown = operator === ANY || (found && shop.hasOperator(found.iso2, operator));
    if (!isKnown) return words(c, 400, "bad operator");
    const wanted = operator === ANY ? null : operator;
    return json(
      c,
      productsOf(
        shop.shelves.filter(
          (shelf) => shelf.operator === wanted && (!found || shelf.country.iso2 === found.iso2),
        ),
      ),
    );
  }

  async function prices(c: Context<ApiEnv>): Promise<Response> {
    const shop = await shopOf(deps);
    const [country, product] = [wordOf(c.req.query("country")), wordOf(c.req.query("product"))];
    if (country && !shop.countryNamed(country)) return words(c, 400, "bad country");
    if (product && !shop.productNamed(product)) return words(c, 400, "no product");
    const shelves = shop.shelves.filter(
      (shelf) =>
        (!country || countryNameOf(shelf.country) === country) &&
        (!product || productName(shelf.service) === product),
    );
    return json(c, pricesOf(shelves, product !== "" && country === ""));
  }

  return new Hono<ApiEnv>()
    .use(async (c, next) => {
      const verdict = await deps.rateLimits.take("public.prices", c.get("clientAddress") ?? "unknown");
      if (verdict.allowed) return next();
      c.header("retry-after", String(verdict.retryAfterSeconds));
      return words(c, 429, "too many requests");
    })
    .get("/products/:country/:operator", products)
    .get("/prices", prices)
    .get("/countries", async (c) => json(c, countriesOf(await shopOf(deps))))
    .get("/flash/:lang{ru|en}", (c) => json(c, { text: "" }));
}
