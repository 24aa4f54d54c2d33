import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import type { Result } from "@/lib/domain/kernel/result";
import { CANCEL_ANSWER_MS } from "../order-limits";
import type { NumbersDeps } from "../ports";
import type { OrderView } from "../types";
import { answerCustomer } from "./answer-customer";
import { closeOrder } from "./close-order";

/**
 * The service knows this number already: closed and refunded, and never offered for this service again. Refusals: as for
 * a cancel.
 */
export function reportUsed(
  deps: NumbersDeps,
  actor: UserActor,
  input: { orderId: string },
): Promise<Result<{ order: OrderView }>> {
  return answerCustomer(deps, actor, input, (orderId) =>
    closeOrder(deps, actor, {
      orderId,
      scope: customerScope(actor),
      reason: "USED",
      answerMs: CANCEL_ANSWER_MS,
    }),
  );
}
