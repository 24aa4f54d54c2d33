import { toDecimal } from "@/lib/domain/kernel/money";
import { balanceOfKey } from "../../keys/key-balance";
import { text } from "../answer";
import type { KeyedCall } from "../call";

/** getBalance, and getBalanceAndCashBack: there is no cash back, so both are the same. */
export async function balance({ deps, key }: KeyedCall) {
  const { availableMicros } = await balanceOfKey(deps, key);
  return text(`ACCESS_BALANCE:${toDecimal(availableMicros)}`);
}
