import { customerScope } from "@/lib/domain/kernel/actor";
import { getOrder } from "@/lib/domain/numbers/queries";
import type { OrderView } from "@/lib/domain/numbers/types";
import type { KeyedCall } from "../call";
import { activationNumber } from "../parameters";

/** The key's activation with this id; null when it is missing, malformed or somebody else's. */
export async function findActivation(
  { deps, actor }: KeyedCall,
  id: string | undefined,
): Promise<OrderView | null> {
  const number = activationNumber(id);
  return number === null ? null : getOrder(deps, customerScope(actor), { number });
}
