import { customerScope } from "@/lib/domain/kernel/actor";
import { toDecimal } from "@/lib/domain/kernel/money";
import { getBalance } from "@/lib/domain/wallet/queries";
import { text } from "../answer";
import type { KeyedCall } from "../call";

/** getBalance, and getBalanceAndCashBack: there is no cash back, so both are the same. */
export async function balance({ deps, actor }: KeyedCall) {
  const { availableMicros } = await getBalance(deps, customerScope(actor));
  return text(`ACCESS_BALANCE:${toDecimal(availableMicros)}`);
}
