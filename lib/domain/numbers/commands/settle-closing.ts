import type { Tx } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import { type Refusal, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { CANCEL_REFUND_AFTER_SECONDS } from "../order-limits";
import type { NumbersDeps } from "../ports";
import { upstreamMessageId } from "../upstream-messages";
import type { ClosingAnswer } from "./ask-to-close";
import { endOrder } from "./end-order";
import { type LockedOrder, lockOrder } from "./lock-order";
import { receiveMessage } from "./receive-message";
import { recordChange } from "./record-change";

export type Settled = { ok: true; state: "ended" | "closing" } | Refusal;

/** A supplier that says "too early" against its own terms is asked again after this long. */
const EARLY_AGAIN_SECONDS = 15;

/** The person changed their mind in vain: the order goes on. */
async function giveUp(
  tx: Tx,
  actor: Actor,
  order: LockedOrder,
  cancelAgainSeconds: number | null,
): Promise<void> {
  await tx.$executeRaw`
    WITH changed AS (
      UPDATE orders SET closing_at = NULL, closing_reason = NULL, closing_claimed_at = NULL, updated_at = now(),
        cancelable_at = CASE WHEN ${cancelAgainSeconds}::int IS NULL THEN cancelable_at
          ELSE app_now() + make_interval(secs => ${cancelAgainSeconds ?? 0}::int) END
      WHERE id = ${order.id}::uuid RETURNING id, user_id),
    ${recordChange(actor, { event: "order.reopened" })}
    SELECT 1 FROM changed`;
}

function isWish(order: LockedOrder): boolean {
  return order.closingReason === "USER" || order.closingReason === "USED";
}

async function settleWithCode(
  tx: Tx,
  actor: Actor,
  order: LockedOrder,
  answer: ClosingAnswer,
): Promise<Settled> {
  const closedThere = answer.kind === "canceled" || answer.kind === "gone";
  if (isWish(order) && !closedThere) {
    await giveUp(tx, actor, order, null);
    return refuse("has_code");
  }
  await endOrder(tx, actor, order, order.closingReason ?? "TIMEOUT");
  return { ok: true, state: "ended" };
}

async function settleWithoutCode(
  tx: Tx,
  actor: Actor,
  order: LockedOrder,
  answer: ClosingAnswer,
): Promise<Settled> {
  const reason = order.closingReason ?? "TIMEOUT";
  if (answer.kind === "canceled" || answer.kind === "gone") {
    await endOrder(tx, actor, order, reason);
    return { ok: true, state: "ended" };
  }
  if (isWish(order) && answer.kind === "too_early") {
    await giveUp(tx, actor, order, EARLY_AGAIN_SECONDS);
    return refuse("cancel_too_early", { secondsLeft: EARLY_AGAIN_SECONDS });
  }
  if (isWish(order) && (order.closingAgeSeconds ?? 0) < CANCEL_REFUND_AFTER_SECONDS) {
    return { ok: true, state: "closing" };
  }
  await endOrder(tx, actor, order, reason, { watch: true });
  return { ok: true, state: "ended" };
}

/** A code that the supplier names when asked to cancel is a code like any other: stored, paid, shown. */
async function takeCode(deps: NumbersDeps, orderId: string, answer: ClosingAnswer): Promise<void> {
  if (answer.kind !== "has_code") return;
  const body = answer.text ?? answer.code;
  if (!body) return;
  const order = await deps.db.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { provider: true },
  });
  await receiveMessage(deps, {
    source: order.provider.code,
    providerMessageId: upstreamMessageId(
      order.upstreamOrderId ?? orderId,
      order.messageCount + 1,
      answer.code ?? body,
    ),
    from: "",
    orderId,
    body,
    code: answer.code,
  });
}

/**
 * The last step of a closing: what the supplier answered decides. Repeatable; an order that ended meanwhile stays as
 * it is. Refusals: has_code and cancel_too_early (then the order goes on), not_found.
 */
export async function settleClosing(
  deps: NumbersDeps,
  actor: Actor,
  orderId: string,
  answer: ClosingAnswer,
): Promise<Settled> {
  await takeCode(deps, orderId, answer);
  return inTransaction<Settled>(deps, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) return refuse("not_found");
    if (order.status !== "ACTIVE" || !order.closingAt) return { ok: true, state: "ended" };
    return order.firstCodeAt
      ? settleWithCode(tx, actor, order, answer)
      : settleWithoutCode(tx, actor, order, answer);
  });
}
