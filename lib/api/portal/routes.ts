import { Hono } from "hono";
import type { Deps } from "@/lib/deps";
import { customerScope } from "@/lib/domain/kernel/actor";
import { toDecimal } from "@/lib/domain/kernel/money";
import { countUnread } from "@/lib/domain/notifications/queries/notifications";
import { getOrder, listActiveOrders } from "@/lib/domain/numbers/queries";
import { getBalance } from "@/lib/domain/wallet/queries";
import type { ApiEnv } from "../context";
import { problem } from "../problem";

/** What the pages poll when the stream cannot be had: the same shapes as the stream sends. */
export function portalRoutes(deps: Deps) {
  return new Hono<ApiEnv>()
    .get("/activations", async (c) => {
      const actor = c.get("actor");
      if (!actor) return problem(c, "unauthenticated");
      const scope = customerScope(actor);
      const [orders, balance, unread] = await Promise.all([
        listActiveOrders(deps, scope),
        getBalance(deps, scope),
        countUnread(deps, scope),
      ]);
      return c.json({
        now: deps.clock.now().toISOString(),
        orders,
        unread,
        balance: {
          available: toDecimal(balance.availableMicros),
          held: toDecimal(balance.heldMicros),
          currency: balance.currency,
        },
      });
    })
    .get("/activations/:id", async (c) => {
      const actor = c.get("actor");
      if (!actor) return problem(c, "unauthenticated");
      const order = await getOrder(deps, customerScope(actor), { id: c.req.param("id") });
      return order ? c.json({ now: deps.clock.now().toISOString(), order }) : problem(c, "not_found");
    });
}
