import { systemActor } from "@/lib/domain/kernel/actor";
import { isProviderSilent } from "@/lib/domain/supply/queries";
import { EXPIRY_ANSWER_MS, SWEEP_ASKING_MS } from "../order-limits";
import type { NumbersDeps } from "../ports";
import { closeOrder } from "./close-order";
import type { LockedOrder } from "./lock-order";
import { workInParallel } from "./work-in-parallel";

const BATCH = 500;
/** While a supplier is being asked no connection is held, so more are asked at once than the database is. */
const WIDTH = 12;

/**
 * How long the supplier of an order may take. A sweep asks only at its beginning, and a supplier that was just silent
 * not at all: the refund of many does not wait for one that does not answer.
 */
function patience(deps: NumbersDeps, startedAt: number) {
  return async (order: LockedOrder): Promise<number> => {
    const elapsed = deps.clock.securityNow().getTime() - startedAt;
    if (elapsed > SWEEP_ASKING_MS) return 0;
    return (await isProviderSilent(deps, order.providerId)) ? 0 : EXPIRY_ANSWER_MS;
  };
}

function dueOrders(deps: NumbersDeps): Promise<{ id: string }[]> {
  return deps.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM orders WHERE status = 'ACTIVE' AND closing_at IS NULL AND expires_at <= app_now()
    ORDER BY expires_at LIMIT ${BATCH}`;
}

/**
 * Ends every order whose window is over: with a code it is complete, without one the money goes back, whether or not the
 * supplier answers. Several processes share the work: each leaves alone what another has locked. Returns how many ended.
 */
export async function expireOrders(deps: NumbersDeps, signal?: AbortSignal): Promise<number> {
  const actor = systemActor("expire-orders");
  const answerMs = patience(deps, deps.clock.securityNow().getTime());
  let ended = 0;
  for (let due = await dueOrders(deps); due.length > 0 && !signal?.aborted; due = await dueOrders(deps)) {
    const before = ended;
    await workInParallel(
      due,
      WIDTH,
      async ({ id }) => {
        const closed = await closeOrder(deps, actor, {
          orderId: id,
          reason: "TIMEOUT",
          answerMs,
          skipLocked: true,
          onlyWhenDue: true,
        });
        if (closed.ok && closed.state === "ended") ended += 1;
      },
      signal,
    );
    // Nothing of the batch could be ended: others hold it. The next round looks again.
    if (ended === before) break;
  }
  return ended;
}
