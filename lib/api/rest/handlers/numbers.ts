import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { cancelOrder } from "@/lib/domain/numbers/commands/cancel-order";
import { finishOrder } from "@/lib/domain/numbers/commands/finish-order";
import { reportUsed } from "@/lib/domain/numbers/commands/report-used";
import { requestAnotherSms as askForAnother } from "@/lib/domain/numbers/commands/request-another-sms";
import { getOrder } from "@/lib/domain/numbers/queries";
import { listOrdersAfter } from "@/lib/domain/numbers/queries/orders-after";
import type { OrderView } from "@/lib/domain/numbers/types";
import { type Call, implement } from "../call";
import { badCursor, cutPage, pageSize, readCursor, timeAndNumber } from "../cursor";
import {
  cancelNumber,
  finishNumber,
  getNumber,
  listNumberMessages,
  listNumbers,
  reportNumberUsed,
  requestAnotherSms,
} from "../operations/numbers";
import { numberAnswer } from "./number-answer";

type OneNumber = Call<{ id: string }, unknown, unknown>;
type Command = typeof cancelOrder;

/** By id or by the short number; somebody else's is like a missing one. */
async function find({ deps, scope, params }: OneNumber): Promise<Result<{ order: OrderView }>> {
  const { id } = params;
  const order = await getOrder(deps, scope, /^\d{1,10}$/.test(id) ? { number: id } : { id });
  return order ? ok({ order }) : refuse("not_found");
}

async function command(call: OneNumber, run: Command) {
  const found = await find(call);
  if (!found.ok) return found;
  const done = await run(call.deps, call.actor, { orderId: found.order.id });
  return done.ok ? ok({ answer: numberAnswer(done.order, call.key.isSandbox) }) : done;
}

export const NUMBER_HANDLERS = [
  implement(listNumbers, async ({ deps, scope, key, query }) => {
    const position = query.cursor === undefined ? null : readCursor(timeAndNumber, query.cursor);
    if (query.cursor !== undefined && !position) return badCursor();
    const limit = pageSize(query.limit);
    const orders = await listOrdersAfter(
      deps,
      scope,
      {
        outcome: query.state,
        service: query.service,
        country: query.country,
        projectId: query.projectId,
        isSandbox: key.isSandbox,
      },
      { after: position && { at: position[0], number: position[1] }, limit: limit + 1 },
    );
    const { rows, nextCursor } = cutPage(orders, limit, (order) => [order.createdAt, order.number]);
    return ok({ answer: { data: rows.map((order) => numberAnswer(order, key.isSandbox)), nextCursor } });
  }),
  implement(getNumber, async (call) => {
    const found = await find(call);
    return found.ok ? ok({ answer: numberAnswer(found.order, call.key.isSandbox) }) : found;
  }),
  implement(listNumberMessages, async (call) => {
    const found = await find(call);
    if (!found.ok) return found;
    const { messages } = numberAnswer(found.order, call.key.isSandbox);
    return ok({ answer: { data: messages, nextCursor: null } });
  }),
  implement(requestAnotherSms, (call) => command(call, askForAnother)),
  implement(finishNumber, (call) => command(call, finishOrder)),
  implement(cancelNumber, (call) => command(call, cancelOrder)),
  implement(reportNumberUsed, (call) => command(call, reportUsed)),
];
