"use server";

import { z } from "zod";
import { setFavorite } from "@/lib/domain/catalog/commands/set-favorite";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { refuse } from "@/lib/domain/kernel/result";
import { markRead } from "@/lib/domain/notifications/commands/mark-read";
import { cancelOrder } from "@/lib/domain/numbers/commands/cancel-order";
import { finishOrder } from "@/lib/domain/numbers/commands/finish-order";
import { refundOrder } from "@/lib/domain/numbers/commands/refund-order";
import { rentNumber } from "@/lib/domain/numbers/commands/rent-number";
import { reportUsed } from "@/lib/domain/numbers/commands/report-used";
import { requestAnotherSms } from "@/lib/domain/numbers/commands/request-another-sms";
import { routes } from "@/lib/routes";
import { staffAction, userAction } from "./client";

const rentInput = z.object({
  service: z.string().min(1).max(60),
  country: z.string().min(1).max(60),
  /** A mobile operator's code; without it any will do. */
  operator: z.string().min(1).max(60).optional(),
  /** The price on the button that was pressed. */
  price: z.string().max(20),
  /** Made when the row was drawn: a double click rents once. */
  idempotencyKey: z.uuid(),
});

export const setFavoriteAction = userAction
  .inputSchema(z.object({ service: z.string().min(1).max(60), isFavorite: z.boolean() }))
  .action(({ parsedInput, ctx }) => setFavorite(ctx.deps, ctx.actor, parsedInput));

const orderInput = z.object({ orderId: z.uuid() });

export const rentNumberAction = userAction.inputSchema(rentInput).action(async ({ parsedInput, ctx }) => {
  const expectedPriceMicros = parseDecimal(parsedInput.price);
  if (expectedPriceMicros === null) return refuse("invalid_input");
  const limit = await ctx.deps.rateLimits.take("numbers.rent", ctx.actor.userId);
  if (!limit.allowed) return refuse("rate_limited", { retryAfterSeconds: limit.retryAfterSeconds });
  return rentNumber(ctx.deps, ctx.actor, {
    service: parsedInput.service,
    country: parsedInput.country,
    operator: parsedInput.operator,
    expectedPriceMicros,
    idempotencyKey: parsedInput.idempotencyKey,
    idempotencyScope: "web:rent",
  });
});

export const cancelOrderAction = userAction
  .inputSchema(orderInput)
  .action(({ parsedInput, ctx }) => cancelOrder(ctx.deps, ctx.actor, parsedInput));

export const finishOrderAction = userAction
  .inputSchema(orderInput)
  .action(({ parsedInput, ctx }) => finishOrder(ctx.deps, ctx.actor, parsedInput));

export const requestAnotherSmsAction = userAction
  .inputSchema(orderInput)
  .action(({ parsedInput, ctx }) => requestAnotherSms(ctx.deps, ctx.actor, parsedInput));

export const reportUsedAction = userAction
  .inputSchema(orderInput)
  .action(({ parsedInput, ctx }) => reportUsed(ctx.deps, ctx.actor, parsedInput));

export const refundOrderAction = staffAction("ADMIN")
  .inputSchema(
    z.object({
      orderId: z.uuid(),
      amount: z.string().max(20),
      reason: z.string().min(3).max(500),
      key: z.uuid(),
    }),
  )
  .action(async ({ parsedInput, ctx }) => {
    const amountMicros = parseDecimal(parsedInput.amount);
    if (amountMicros === null || amountMicros <= 0n) return refuse("amount_invalid");
    return refundOrder(ctx.deps, ctx.actor, {
      orderId: parsedInput.orderId,
      amountMicros,
      reason: parsedInput.reason,
      key: parsedInput.key,
    });
  });

/** The person looks at these orders: what the bell would tell of them is seen. Pages hear of it as of any reading. */
export const seeOrdersAction = userAction
  .inputSchema(z.object({ orderIds: z.array(z.uuid()).min(1).max(100) }))
  .action(({ parsedInput, ctx }) =>
    markRead(ctx.deps, ctx.actor, { hrefs: parsedInput.orderIds.map((id) => routes.activation(id)) }),
  );
