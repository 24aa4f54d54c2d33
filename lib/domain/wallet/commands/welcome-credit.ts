import type { Tx } from "@/lib/db/client";
import { MICROS_PER_UNIT } from "@/lib/domain/kernel/money";
import { depositMoney } from "./deposit-money";

export const WELCOME_CREDIT_MICROS = 1n * MICROS_PER_UNIT;

/** $1.00 of sandbox money for a new account, once per user. The caller asks only in demo mode. */
export async function giveWelcomeCredit(
  tx: Tx,
  input: { userId: string; lineId: string },
): Promise<{ replayed: boolean }> {
  return depositMoney(tx, {
    userId: input.userId,
    amountMicros: WELCOME_CREDIT_MICROS,
    source: "ext:sandbox",
    kind: "credit.welcome",
    key: `welcome:${input.userId}`,
    line: { id: input.lineId, type: "DEPOSIT", gateway: "SANDBOX", paymentMethod: "BALANCE" },
  });
}
