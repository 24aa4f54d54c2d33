import { type Context, Hono } from "hono";
import type { Deps } from "@/lib/deps";
import type { ProtocolCountry } from "@/lib/domain/catalog/queries/protocol-names";
import { parseDecimal } from "@/lib/domain/kernel/money";
import type { Refusal } from "@/lib/domain/kernel/result";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { scriptByOperator } from "@/lib/domain/numbers/sandbox-scripts";
import { whenConnected } from "../keys/when-connected";
import { json, noFreePhones, words } from "./answers";
import { type FiveSimEnv, needs } from "./gate";
import { ANY, wordOf } from "./names";
import { orderAnswer } from "./order-answer";
import { type Shop, shopOf } from "./shop";

const HOSTING_PRODUCTS = new Set(["3hours", "1day", "10days", "1month"]);
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

/** Dearer than any number: a larger limit is none. */
const HIGHEST_PRICE_MICROS = 1_000_000_000_000n;

const atMost = (micros: bigint) => (micros < HIGHEST_PRICE_MICROS ? micros : HIGHEST_PRICE_MICROS);

/** The protocol's words for why a number was not sold. */
function refused(c: Context, { reason }: Refusal): Response {
  switch (reason) {
    case "insufficient_funds":
    case "project_limit_reached":
    case "wallet_frozen":
      return words(c, 400, "not enough user balance");
    case "level_too_low":
    case "daily_limit_reached":
      return words(c, 400, "not enough rating");
    case "bad_country":
      return words(c, 400, "bad country");
    case "bad_operator":
      return words(c, 400, "bad operator");
    case "bad_service":
    case "service_prohibited":
    case "invalid_input":
      return words(c, 400, "no product");
    case "suspended":
      return c.body(null, 401);
    case "idempotency_mismatch":
      return words(c, 422, "the idempotency key belongs to another request");
    case "conflict":
      return words(c, 409, "the same request is being answered");
    case "unavailable":
      return words(c, 503, "server offline");
    default:
      // Dearer than maxPrice or the key's limit, or none there: nothing that could be sold.
      return noFreePhones(c);
  }
}

/** The country that a path names; of any, the cheapest that has numbers of the product. */
function countryOf(shop: Shop, name: string, product: string): ProtocolCountry | undefined {
  if (name !== ANY) return shop.countryNamed(name);
  const cheapest = shop.prices
    .filter((price) => price.operator === null && price.stock > 0 && price.product === product)
    .sort((a, b) => (a.priceMicros < b.priceMicros ? -1 : 1))[0];
  return cheapest?.country;
}

/** What of a path is wrong, in the protocol's words; null when it can be asked for. */
function wrongPath(shop: Shop, country: string, operator: string, isSandbox: boolean): string | null {
  if (country === "") return "select country";
  if (operator === "") return "select operator";
  if (country === ANY) return operator === ANY ? null : "bad operator";
  const found = shop.countryNamed(country);
  if (!found) return "bad country";
  if (operator === ANY || (isSandbox && scriptByOperator(operator))) return null;
  return found.operators.includes(operator) ? null : "bad operator";
}

/**
 * GET /v1/user/buy/*: a number for one service. `maxPrice` counts with any operator only, as in the original; what the key
 * may pay at most counts always. An Idempotency-Key header makes the request repeatable.
 */
export function buyRoutes(deps: Deps) {
  async function activation(c: Context<FiveSimEnv>): Promise<Response> {
    const key = c.get("apiKey");
    const shop = await shopOf(deps);
    const [country, operator, product] = ["country", "operator", "product"].map((name) =>
      wordOf(c.req.param(name)),
    ) as [string, string, string];
    const wrong = wrongPath(shop, country, operator, key.isSandbox);
    if (wrong) return words(c, 400, wrong);
    const service = shop.productNamed(product);
    if (!service) return words(c, 400, "no product");
    const found = countryOf(shop, country, product);
    if (!found) return noFreePhones(c);
    const asked = c.req.query("maxPrice");
    const maxPriceMicros = asked === undefined ? null : parseDecimal(asked);
    if (asked !== undefined && (maxPriceMicros === null || maxPriceMicros < 0n))
      return words(c, 400, "bad max price");
    const idempotencyKey = c.req.header("idempotency-key") ?? deps.ids.uuid();
    if (!IDEMPOTENCY_KEY.test(idempotencyKey)) return words(c, 400, "bad idempotency key");
    const wish = c.req.query("number");
    const rented = await rentNumber(
      deps,
      c.get("person"),
      {
        service: service.code,
        country: String(found.legacyId),
        ...(operator === ANY ? {} : { operator }),
        ...(maxPriceMicros !== null && operator === ANY ? { maxPriceMicros: atMost(maxPriceMicros) } : {}),
        ...(key.isSandbox && wish && /^\d{1,15}$/.test(wish) ? { numberWish: wish } : {}),
        idempotencyKey,
        idempotencyScope: `five-sim:${key.id}`,
      },
      key.via,
    );
    if (!rented.ok) return refused(c, rented);
    const connected = await whenConnected({ deps, actor: c.get("person") }, rented.order);
    return connected.ok ? json(c, orderAnswer(connected.order, shop)) : refused(c, connected);
  }

  /** Nothing is rented out for days yet: what the original says when it has none. */
  async function hosting(c: Context<FiveSimEnv>): Promise<Response> {
    const shop = await shopOf(deps);
    const wrong = wrongPath(shop, wordOf(c.req.param("country")), wordOf(c.req.param("operator")), false);
    if (wrong) return words(c, 400, wrong);
    return HOSTING_PRODUCTS.has(wordOf(c.req.param("product")))
      ? noFreePhones(c)
      : words(c, 400, "no product");
  }

  /** No number is sold a second time yet. */
  async function reuse(c: Context<FiveSimEnv>): Promise<Response> {
    const shop = await shopOf(deps);
    const isKnown = shop.productNamed(wordOf(c.req.param("product"))) !== undefined;
    return words(c, 400, isKnown ? "reuse not possible" : "no product");
  }

  return new Hono<FiveSimEnv>()
    .use("/buy/*", needs("numbers:write"))
    .get("/buy/activation/:country/:operator/:product", activation)
    .get("/buy/hosting/:country/:operator/:product", hosting)
    .get("/reuse/:product/:number", needs("numbers:write"), reuse);
}
