import type { Tx } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { toDecimal } from "@/lib/domain/kernel/money";
import { voidHold } from "@/lib/domain/wallet/commands/void-hold";
import { WATCH_SECONDS } from "../order-limits";
import { type CloseReason, type OrderStatus, transition } from "../order-state";
import type { LockedOrder } from "./lock-order";
import { type OrderChange, recordChange } from "./record-change";

export interface EndOptions {
  /** The supplier has not confirmed: keep asking, a late cost is ours. */
  watch?: boolean;
}

const EVENTS = {
  COMPLETED: "order.completed",
  CANCELED: "order.canceled",
  EXPIRED: "order.expired",
  FAILED: "order.failed",
} as const satisfies Partial<Record<OrderStatus, OrderChange["event"]>>;

/**
 * Ends a locked order: its final state, the money when no code came, and the number free again (or burnt for the
 * service, when it was used). Everything of an end happens here, once.
 */
export async function endOrder(
  tx: Tx,
  actor: Actor,
  order: LockedOrder,
  reason: CloseReason,
  { watch = false }: EndOptions = {},
): Promise<OrderStatus> {
  const step = transition(order, { kind: "closed", reason });
  if (!step.ok) throw new RefusalError(step.reason);
  const { status, closeReason, money } = step;
  if (status === "PENDING" || status === "ACTIVE") throw new Error(`order ${order.id} did not end`);
  const released = money === "release" && order.holdId !== null;
  if (released && order.holdId !== null) {
    const { voided } = await voidHold(tx, { holdId: order.holdId });
    // Unreachable while both paths lock the order first; rolling back is better than ending it twice.
    if (!voided) throw new Error(`the hold of order ${order.id} was resolved before its end`);
  }
  const isBurnt = order.firstCodeAt !== null || closeReason === "USED";
  await tx.$executeRaw`
    WITH changed AS (
      UPDATE orders SET status = ${status}::"OrderStatus", close_reason = ${closeReason}::"CloseReason",
        end_at = app_now(), resolve_by = NULL, updated_at = now(),
        watch_until = CASE WHEN ${watch}::boolean THEN app_now() + make_interval(secs => ${WATCH_SECONDS}::int) END
      WHERE id = ${order.id}::uuid RETURNING id, user_id),
    freed AS (
      UPDATE phone_number_services SET live_order_id = nullif(live_order_id, ${order.id}::uuid),
        used_at = CASE WHEN ${isBurnt}::boolean THEN coalesce(used_at, app_now()) ELSE used_at END
      WHERE live_order_id = ${order.id}::uuid OR (${isBurnt}::boolean
        AND phone_number_id = ${order.phoneNumberId}::uuid AND service_id = ${order.serviceId}::uuid)),
    ${recordChange(actor, {
      event: EVENTS[status],
      audit: order.isSandbox
        ? undefined
        : {
            action: EVENTS[status],
            after: {
              number: order.number,
              reason: closeReason,
              ...(released ? { released: toDecimal(order.priceMicros) } : {}),
            },
          },
    })}
    SELECT 1 FROM changed`;
  return status;
}
