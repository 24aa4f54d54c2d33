import type { Balance, ExternalAccount, PostingEntry } from "@/lib/domain/wallet/types";
import type { WithdrawalMethod, WithdrawalPostings } from "./types";

/** Where the money leaves the shop. */
export const PAYOUT_ACCOUNT = {
  USDT_TRC20: "ext:usdt",
  BTC: "ext:btc",
  PIX: "ext:mercadopago",
} as const satisfies Record<WithdrawalMethod, ExternalAccount>;

/** What paying a held amount out, or giving it back, would post on top of this balance. */
export function withdrawalPostings(
  balance: Balance,
  { method, amountMicros }: { method: WithdrawalMethod; amountMicros: bigint },
): WithdrawalPostings {
  const { availableMicros, heldMicros } = balance;
  const fromHeld: PostingEntry = {
    account: "held",
    amountMicros: -amountMicros,
    beforeMicros: heldMicros,
    afterMicros: heldMicros - amountMicros,
  };
  const paid = { account: PAYOUT_ACCOUNT[method], amountMicros, beforeMicros: null, afterMicros: null };
  const back: PostingEntry = {
    account: "available",
    amountMicros,
    beforeMicros: availableMicros,
    afterMicros: availableMicros + amountMicros,
  };
  return { currency: balance.currency, pay: [fromHeld, paid], refuse: [fromHeld, back] };
}
