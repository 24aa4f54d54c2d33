import { type Context, Hono } from "hono";
import type { Deps } from "@/lib/deps";
import { customerScope } from "@/lib/domain/kernel/actor";
import type { Refusal } from "@/lib/domain/kernel/result";
import { cancelOrder } from "@/lib/domain/numbers/commands/cancel-order";
import { finishOrder } from "@/lib/domain/numbers/commands/finish-order";
import { reportUsed } from "@/lib/domain/numbers/commands/report-used";
import { getOrder } from "@/lib/domain/numbers/queries";
import { listOrderSlice } from "@/lib/domain/numbers/queries/order-slice";
import type { OrderView } from "@/lib/domain/numbers/types";
import { json, words } from "./answers";
import { type FiveSimEnv, needs } from "./gate";
import { orderAnswer, smsListOf } from "./order-answer";
import { shopOf } from "./shop";
import { readSlice } from "./slice";

/** Ids are whole numbers of 32 bits, written plainly. */
const ID = /^[1-9][0-9]{0,9}$/;

/** The protocol's words for why an order did not change. */
function refused(c: Context, { reason, details }: Refusal): Response {
  switch (reason) {
    case "order_closed":
      return words(c, 400, "order expired");
    case "has_code":
      return words(c, 400, "order has sms");
    case "no_code":
      return words(c, 400, "order no sms");
    case "cancel_too_early":
      c.header("retry-after", String(details?.secondsLeft ?? 1));
      return words(c, 400, "order cannot be canceled yet");
    case "order_pending":
    case "order_closing":
      return words(c, 400, "order is being processed");
    case "unavailable":
      return words(c, 503, "server offline");
    default:
      return words(c, 400, "order not found");
  }
}

/** GET /v1/user/check|finish|cancel|ban|sms/inbox/{id} and /v1/user/orders. */
export function orderRoutes(deps: Deps) {
  async function find(c: Context<FiveSimEnv>): Promise<OrderView | null> {
    const number = c.req.param("id") ?? "";
    if (!ID.test(number)) return null;
    const order = await getOrder(deps, customerScope(c.get("person")), { number });
    // One that was never connected was never sold, as far as this protocol goes.
    return order?.status === "FAILED" ? null : order;
  }

  async function check(c: Context<FiveSimEnv>): Promise<Response> {
    const order = await find(c);
    return order ? json(c, orderAnswer(order, await shopOf(deps))) : words(c, 404, "order not found");
  }

  type Change = typeof cancelOrder;
  const changeBy =
    (change: Change, isAllowed: (order: OrderView) => boolean = () => true) =>
    async (c: Context<FiveSimEnv>): Promise<Response> => {
      const order = await find(c);
      if (!order) return words(c, 404, "order not found");
      if (order.status === "ACTIVE" && !isAllowed(order)) return refused(c, { ok: false, reason: "no_code" });
      const changed = await change(deps, c.get("person"), { orderId: order.id });
      return changed.ok ? json(c, orderAnswer(changed.order, await shopOf(deps))) : refused(c, changed);
    };

  async function inbox(c: Context<FiveSimEnv>): Promise<Response> {
    const order = await find(c);
    if (!order) return words(c, 404, "order not found");
    const sms = smsListOf(order).map(({ id, ...rest }) => ({
      ID: id,
      ...rest,
      is_wave: false,
      wave_uuid: "",
    }));
    return json(c, { Data: sms, Total: sms.length });
  }

  async function list(c: Context<FiveSimEnv>): Promise<Response> {
    const slice = readSlice(c);
    const category = c.req.query("category") ?? "activation";
    if (!slice || (category !== "activation" && category !== "hosting")) return words(c, 400, "bad request");
    const { orders, total } = await listOrderSlice(deps, customerScope(c.get("person")), {
      ...slice,
      kind: category === "activation" ? "ACTIVATION" : "RENTAL",
    });
    const shop = await shopOf(deps);
    return json(c, {
      Data: orders.map((order) => orderAnswer(order, shop)),
      ProductNames: [],
      Statuses: [],
      Total: total,
    });
  }

  const [read, write] = [needs("numbers:read"), needs("numbers:write")];
  return new Hono<FiveSimEnv>()
    .get("/orders", read, list)
    .get("/check/:id", read, check)
    .get("/sms/inbox/:id", read, inbox)
    .get(
      "/finish/:id",
      write,
      changeBy(finishOrder, ({ code }) => code !== null),
    )
    .get("/cancel/:id", write, changeBy(cancelOrder))
    .get("/ban/:id", write, changeBy(reportUsed));
}
