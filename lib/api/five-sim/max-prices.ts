import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Deps } from "@/lib/deps";
import { setOwnPriceLimit } from "@/lib/domain/api-keys/commands/own-price-limit";
import { listOwnPriceLimits } from "@/lib/domain/api-keys/queries/own-price-limits";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { amount, json, numericId, words } from "./answers";
import { type FiveSimEnv, needs } from "./gate";
import { wordOf } from "./names";
import { shopOf } from "./shop";

const removal = z.object({ product_name: z.string().max(100) });
const setting = removal.extend({ price: z.union([z.number(), z.string().max(30)]) });

async function bodyOf<Shape>(c: Context, shape: z.ZodType<Shape>): Promise<Shape | null> {
  const body: unknown = await c.req.json().catch(() => null);
  const parsed = shape.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** GET, POST and DELETE /v1/user/max-prices: the price limits of the key that asks. */
export function maxPriceRoutes(deps: Deps) {
  async function change(
    c: Context<FiveSimEnv>,
    productName: string,
    maxPriceMicros: bigint | null,
  ): Promise<Response> {
    const service = (await shopOf(deps)).productNamed(wordOf(productName));
    if (!service) return words(c, 400, "no product");
    const done = await setOwnPriceLimit(deps, c.get("person"), { serviceId: service.id, maxPriceMicros });
    if (done.ok) return c.body(null, 200);
    return done.reason === "key_price_limit" || done.reason === "invalid_input"
      ? words(c, 400, "bad price")
      : c.body(null, 401);
  }

  return new Hono<FiveSimEnv>()
    .get("/max-prices", needs("numbers:read"), async (c) => {
      const [limits, shop] = await Promise.all([listOwnPriceLimits(deps, c.get("person")), shopOf(deps)]);
      return json(
        c,
        limits.map(({ serviceId, serviceCode, maxPriceMicros, keyCreatedAt }) => ({
          id: numericId(serviceId),
          product: shop.products.get(serviceCode) ?? serviceCode,
          price: amount(maxPriceMicros),
          CreatedAt: keyCreatedAt.toISOString(),
        })),
      );
    })
    .post("/max-prices", needs("projects:write"), async (c) => {
      const body = await bodyOf(c, setting);
      if (!body) return words(c, 400, "bad request");
      const price = parseDecimal(String(body.price));
      return price === null || price < 0n ? words(c, 400, "bad price") : change(c, body.product_name, price);
    })
    .delete("/max-prices", needs("projects:write"), async (c) => {
      const body = await bodyOf(c, removal);
      return body ? change(c, body.product_name, null) : words(c, 400, "bad request");
    });
}
