import { type Actor, systemActor } from "@/lib/domain/kernel/actor";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { CANCEL_REFUND_AFTER_SECONDS, EXPIRY_ANSWER_MS, TAKE_OVER_AFTER_SECONDS } from "../order-limits";
import type { NumbersDeps } from "../ports";
import { askToClose } from "./ask-to-close";
import { type LockedOrder, lockOrder } from "./lock-order";
import { settleClosing } from "./settle-closing";
import { workInParallel } from "./work-in-parallel";

const BATCH = 200;
const WIDTH = 8;
/** Past the time of the refund nobody waits ten seconds for another try. */
const HURRY_AFTER_SECONDS = 3;

function openClosings(deps: NumbersDeps): Promise<{ id: string }[]> {
  return deps.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM orders
    WHERE closing_at IS NOT NULL AND end_at IS NULL
      AND (closing_claimed_at <= app_now() - make_interval(secs => ${TAKE_OVER_AFTER_SECONDS}::int)
        OR (closing_at <= app_now() - make_interval(secs => ${CANCEL_REFUND_AFTER_SECONDS}::int)
          AND closing_claimed_at <= app_now() - make_interval(secs => ${HURRY_AFTER_SECONDS}::int)))
    ORDER BY closing_claimed_at LIMIT ${BATCH}`;
}

function isAbandoned({ claimAgeSeconds, closingAgeSeconds }: LockedOrder): boolean {
  const age = claimAgeSeconds ?? 0;
  if (age >= TAKE_OVER_AFTER_SECONDS) return true;
  return (closingAgeSeconds ?? 0) >= CANCEL_REFUND_AFTER_SECONDS && age >= HURRY_AFTER_SECONDS;
}

/** Takes a claim over; null when it is not abandoned after all. */
async function takeOver(deps: NumbersDeps, orderId: string): Promise<LockedOrder | null> {
  const taken = await inTransaction(deps, async (tx) => {
    const order = await lockOrder(tx, orderId, { skipLocked: true });
    if (order?.status !== "ACTIVE" || !order.closingAt || !isAbandoned(order)) return null;
    await tx.$executeRaw`UPDATE orders SET closing_claimed_at = app_now() WHERE id = ${orderId}::uuid`;
    return order;
  });
  return taken && "id" in taken ? taken : null;
}

async function resume(deps: NumbersDeps, actor: Actor, orderId: string): Promise<boolean> {
  const order = await takeOver(deps, orderId);
  if (!order) return false;
  const settled = await settleClosing(deps, actor, orderId, await askToClose(deps, order, EXPIRY_ANSWER_MS));
  return settled.ok && settled.state === "ended";
}

/**
 * Goes on with closings that were begun and not finished: whoever began them died, or the supplier was silent. A
 * customer's cancel is refunded after 30 s of silence. Returns how many ended.
 */
export async function resumeClosings(deps: NumbersDeps, signal?: AbortSignal): Promise<number> {
  const actor = systemActor("resume-closings");
  let ended = 0;
  await workInParallel(
    await openClosings(deps),
    WIDTH,
    async ({ id }) => {
      if (await resume(deps, actor, id)) ended += 1;
    },
    signal,
  );
  return ended;
}
