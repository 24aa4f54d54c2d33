import { type Context, Hono } from "hono";
import type { Deps } from "@/lib/deps";
import { countryNamer } from "@/lib/format/country-names";
import type { ApiEnv } from "../context";
import { amount, json, words } from "./answers";
import { ANY, wordOf } from "./names";
import { type Price, type Shop, shopOf } from "./shop";

type Nested = Record<string, Record<string, Record<string, object>>>;

const inRussian = countryNamer("ru");

/** Codes come in so many percent; left out where it is little or too few orders say so. */
function rateOf({ successRate }: Price): { rate?: number } {
  const percent = successRate === null ? 0 : Math.round(successRate * 10_000) / 100;
  return percent < 20 ? {} : { rate: percent };
}

function pricesOf(prices: Price[], isByProduct: boolean): Nested {
  const nested: Nested = {};
  for (const price of prices) {
    const names = [price.countryName, price.product] as const;
    const [first, second] = isByProduct ? [names[1], names[0]] : names;
    nested[first] ??= {};
    nested[first][second] ??= {};
    nested[first][second][price.operator ?? ANY] = {
      cost: amount(price.priceMicros),
      count: price.stock,
      ...rateOf(price),
    };
  }
  return nested;
}

function productsOf(prices: Price[]) {
  const products: Record<string, { Category: string; Qty: number; Price: number }> = {};
  for (const { product, priceMicros, stock } of prices) {
    const known = products[product];
    const price = amount(priceMicros);
    products[product] = {
      Category: "activation",
      Qty: (known?.Qty ?? 0) + stock,
      Price: known ? Math.min(known.Price, price) : price,
    };
  }
  return products;
}

function countriesOf({ prices }: Shop) {
  const countries: Record<string, Record<string, unknown>> = {};
  for (const { country, countryName, operator } of prices) {
    countries[countryName] ??= {
      iso: { [country.iso2.toLowerCase()]: 1 },
      prefix: { [`+${country.phoneCode}`]: 1 },
      text_en: country.name,
      text_ru: inRussian(country),
      [ANY]: { activation: 1 },
    };
    if (operator !== null) countries[countryName][operator] = { activation: 1 };
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
    const isKnown = operator === ANY || found?.operators.includes(operator);
    if (!isKnown) return words(c, 400, "bad operator");
    const wanted = operator === ANY ? null : operator;
    const isAsked = (price: Price) => price.operator === wanted && (!found || price.country.id === found.id);
    return json(c, productsOf(shop.prices.filter(isAsked)));
  }

  async function prices(c: Context<ApiEnv>): Promise<Response> {
    const shop = await shopOf(deps);
    const [country, product] = [wordOf(c.req.query("country")), wordOf(c.req.query("product"))];
    if (country && !shop.countryNamed(country)) return words(c, 400, "bad country");
    if (product && !shop.productNamed(product)) return words(c, 400, "no product");
    const asked = shop.prices.filter(
      (price) => (!country || price.countryName === country) && (!product || price.product === product),
    );
    return json(c, pricesOf(asked, product !== "" && country === ""));
  }

  return new Hono<ApiEnv>()
    .use(async (c, next) => {
      const verdict = await deps.rateLimits.take("public.five-sim", c.get("clientAddress") ?? "unknown");
      if (verdict.allowed) return next();
      c.header("retry-after", String(verdict.retryAfterSeconds));
      return words(c, 429, "too many requests");
    })
    .get("/products/:country/:operator", products)
    .get("/prices", prices)
    .get("/countries", async (c) => json(c, countriesOf(await shopOf(deps))))
    .get("/flash/:lang{ru|en}", (c) => json(c, { text: "" }));
}
