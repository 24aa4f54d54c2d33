import type { Actor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { refundCaptured } from "@/lib/domain/wallet/commands/refund-captured";
import { canRefundOrder } from "../policy";
import type { NumbersDeps } from "../ports";
import { type RefundInput, refundSchema } from "../schema";
import { lockOrder } from "./lock-order";
import { recordChange } from "./record-change";

/**
 * Money back after the code, whole or in part: a posting and a line of their own; the order keeps its state. Refusals:
 * forbidden, invalid_input, amount_invalid, not_found, no_code (the hold decides there), already_refunded.
 */
export async function refundOrder(
  deps: NumbersDeps,
  actor: Actor,
  raw: RefundInput,
): Promise<Result<{ orderId: string; refundedMicros: string }>> {
  if (!canRefundOrder(actor)) return refuse("forbidden");
  const parsed = refundSchema.safeParse(raw);
  if (!parsed.success) return refuse("invalid_input");
  const { orderId, amountMicros, reason, key } = parsed.data;
  if (amountMicros <= 0n) return refuse("amount_invalid");
  return inTransaction<Result<{ orderId: string; refundedMicros: string }>>(deps, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) throw new RefusalError("not_found");
    if (!order.firstCodeAt) throw new RefusalError("no_code");
    const { replayed } = await refundCaptured(tx, {
      userId: order.userId,
      orderId,
      amountMicros,
      revenueAccount: "rev:otp",
      // Without a key of the caller: the same refund of the same balance happens once.
      key: `refund:${orderId}:${key ?? `after-${order.refundedMicros}`}`,
      lineId: deps.ids.uuid(),
      description: reason,
    });
    const refundedMicros = replayed ? order.refundedMicros : order.refundedMicros + amountMicros;
    if (!replayed) {
      await tx.$executeRaw`
        WITH changed AS (
          UPDATE orders SET refunded_micros = ${refundedMicros}::bigint, refunded_at = app_now(), updated_at = now()
          WHERE id = ${orderId}::uuid RETURNING id, user_id),
        ${recordChange(actor, {
          event: "order.refunded",
          payload: { amountMicros: amountMicros.toString() },
          audit: {
            action: "order.refunded",
            before: { number: order.number, refunded: toDecimal(order.refundedMicros) },
            after: {
              number: order.number,
              refunded: toDecimal(refundedMicros),
              amount: toDecimal(amountMicros),
            },
            reason,
          },
        })}
        SELECT 1 FROM changed`;
    }
    return ok({ orderId, refundedMicros: refundedMicros.toString() });
  });
}
