import type { Actor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import type { Refusal } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { type CloseReason, closingRefusal } from "../order-state";
import type { NumbersDeps } from "../ports";
import { askToClose } from "./ask-to-close";
import { endOrder } from "./end-order";
import { type LockedOrder, type LockOptions, lockOrder } from "./lock-order";
import { recordChange } from "./record-change";
import { settleClosing } from "./settle-closing";

export interface CloseRequest extends LockOptions {
  orderId: string;
  reason: CloseReason;
  /** How long the supplier may take to answer; 0: it is not asked now, but watched afterwards. */
  answerMs: number | ((order: LockedOrder) => number | Promise<number>);
  /** For sweeps: only when the window is over by the database's clock. */
  onlyWhenDue?: boolean;
}

/** "ended": it is over. "closing": the supplier has not answered yet. "skipped": there was nothing to do. */
export type Closed = { ok: true; state: "ended" | "closing" | "skipped" };

/** Finishing without a code is a cancel, with its waiting time. */
function effectiveReason(order: LockedOrder, reason: CloseReason): CloseReason {
  return reason === "FINISHED" && !order.firstCodeAt ? "USER" : reason;
}

function refuseTooEarly(order: LockedOrder, reason: CloseReason): void {
  if (reason !== "USER" && reason !== "USED") return;
  if (order.cancelInSeconds > 0) {
    throw new RefusalError("cancel_too_early", { secondsLeft: Math.ceil(order.cancelInSeconds) });
  }
}

type Claim = { ok: true; state: "claimed"; order: LockedOrder } | Closed;

/** Own stock ends in one go. Otherwise the wish is written down first: only who wrote it calls the supplier. */
function claimClosing(deps: NumbersDeps, actor: Actor, request: CloseRequest): Promise<Claim | Refusal> {
  return inTransaction<Claim>(deps, async (tx) => {
    const order = await lockOrder(tx, request.orderId, request);
    if (!order && request.skipLocked) return { ok: true, state: "skipped" };
    if (!order) throw new RefusalError("not_found");
    if (request.onlyWhenDue && !order.isDue) return { ok: true, state: "skipped" };
    const reason = effectiveReason(order, request.reason);
    const refusal = closingRefusal(order, reason);
    if (refusal) throw new RefusalError(refusal);
    refuseTooEarly(order, reason);
    if (order.providerKind === "OWN_STOCK" || order.upstreamOrderId === null) {
      await endOrder(tx, actor, order, reason);
      return { ok: true, state: "ended" };
    }
    await tx.$executeRaw`
      WITH changed AS (
        UPDATE orders SET closing_at = app_now(), closing_claimed_at = app_now(),
          closing_reason = ${reason}::"CloseReason", updated_at = now()
        WHERE id = ${order.id}::uuid RETURNING id, user_id),
      ${recordChange(actor, { event: "order.closing" })}
      SELECT 1 FROM changed`;
    return { ok: true, state: "claimed", order };
  });
}

/**
 * Closes an order for whatever reason, in three steps that can each be repeated: claim, tell the supplier (outside any
 * transaction), settle. A process that dies in between leaves a claim that a sweep takes over.
 */
export async function closeOrder(
  deps: NumbersDeps,
  actor: Actor,
  request: CloseRequest,
): Promise<Closed | Refusal> {
  const claim = await claimClosing(deps, actor, request);
  if (!claim.ok || claim.state !== "claimed") return claim;
  const { order } = claim;
  const ms = typeof request.answerMs === "number" ? request.answerMs : await request.answerMs(order);
  const answer = await askToClose(deps, order, ms);
  return settleClosing(deps, actor, order.id, answer);
}
