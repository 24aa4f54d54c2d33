import type { Deps } from "@/lib/deps";
import type { KeyContext } from "@/lib/domain/api-keys/types";
import { customerScope } from "@/lib/domain/kernel/actor";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { getBalance } from "@/lib/domain/wallet/queries";
import type { Balance } from "@/lib/domain/wallet/types";

/** Play money: 1000 dollars, enough for every rehearsal, and never less. */
const PLAY_MICROS = 1_000_000_000n;

/** What a key may spend, told alike at every door: the wallet, or in the sandbox its play money, never the wallet. */
export async function balanceOfKey(
  deps: Pick<Deps, "db">,
  { isSandbox, actor }: Pick<KeyContext, "isSandbox" | "actor">,
): Promise<Balance> {
  if (isSandbox)
    return { availableMicros: PLAY_MICROS, heldMicros: 0n, debtMicros: 0n, currency: WALLET_CURRENCY };
  return getBalance(deps, customerScope(actor));
}
