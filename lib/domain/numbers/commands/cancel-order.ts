import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import type { Result } from "@/lib/domain/kernel/result";
import { CANCEL_ANSWER_MS } from "../order-limits";
import type { NumbersDeps } from "../ports";
import type { OrderView } from "../types";
import { answerCustomer } from "./answer-customer";
import { closeOrder } from "./close-order";

/**
 * Cancels and refunds. While the supplier is silent the order shows as closing; it is refunded after 30 s whatever it
 * says. Refusals: not_found, order_closed, order_pending, order_closing, cancel_too_early (secondsLeft), has_code.
 */
export function cancelOrder(
  deps: NumbersDeps,
  actor: UserActor,
  input: { orderId: string },
): Promise<Result<{ order: OrderView }>> {
  return answerCustomer(deps, actor, input, (orderId) =>
    closeOrder(deps, actor, {
      orderId,
      scope: customerScope(actor),
      reason: "USER",
      answerMs: CANCEL_ANSWER_MS,
    }),
  );
}
