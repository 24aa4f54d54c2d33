import { type Actor, systemActor } from "@/lib/domain/kernel/actor";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { NumbersDeps } from "../ports";
import { type EndOptions, endOrder } from "./end-order";
import { lockOrder } from "./lock-order";

/** Gives up connecting: FAILED, the money back. False when the order is not being connected any more. */
export async function failOrder(
  deps: NumbersDeps,
  orderId: string,
  options: EndOptions = {},
  actor: Actor = systemActor("numbers"),
): Promise<boolean> {
  const done = await inTransaction(deps, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order?.status !== "PENDING") return false;
    await endOrder(tx, actor, order, "SUPPLIER", options);
    return true;
  });
  return done === true;
}
