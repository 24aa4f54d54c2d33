import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import { ok, type Refusal, type Result, refuse } from "@/lib/domain/kernel/result";
import type { NumbersDeps } from "../ports";
import { getOrder } from "../queries";
import { orderIdSchema } from "../schema";
import type { OrderView } from "../types";

/**
 * What every command of a customer does around its work: the id is checked (a malformed one is like a missing one), and
 * the order is answered as it stands afterwards.
 */
export async function answerCustomer(
  deps: NumbersDeps,
  actor: UserActor,
  input: { orderId: string },
  work: (orderId: string) => Promise<{ ok: true } | Refusal>,
): Promise<Result<{ order: OrderView }>> {
  const id = orderIdSchema.safeParse(input.orderId);
  if (!id.success) return refuse("not_found");
  const done = await work(id.data);
  if (!done.ok) return done;
  const order = await getOrder(deps, customerScope(actor), { id: id.data });
  return order ? ok({ order }) : refuse("not_found");
}
