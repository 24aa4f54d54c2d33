import { setTimeout as wait } from "node:timers/promises";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import type { NumbersDeps } from "@/lib/domain/numbers/ports";
import { getOrder } from "@/lib/domain/numbers/queries";
import type { OrderView } from "@/lib/domain/numbers/types";

const EVERY_MS = 100;
/** Somebody else's purchase of the same order takes this long at most; longer, and its supplier is silent. */
const LONGEST_MS = 8_000;

/**
 * The order once it has its number: the same request may be buying it in another connection just now. Refusals: no_stock
 * where there was none, unavailable while a supplier's answer is unknown.
 */
export async function whenConnected(
  { deps, actor }: { deps: NumbersDeps; actor: UserActor },
  first: OrderView,
): Promise<Result<{ order: OrderView }>> {
  let order: OrderView | null = first;
  for (let waited = 0; order?.status === "PENDING" && waited < LONGEST_MS; waited += EVERY_MS) {
    await wait(EVERY_MS);
    order = await getOrder(deps, customerScope(actor), { id: first.id });
  }
  if (!order || order.status === "FAILED") return refuse("no_stock");
  return order.phoneE164 === null ? refuse("unavailable") : ok({ order });
}
