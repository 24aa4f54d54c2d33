import type { Deps } from "@/lib/deps";
import { findUser } from "@/lib/domain/identity/queries";
import { customerScopeOf, systemActor } from "@/lib/domain/kernel/actor";
import { parseDecimal, toDecimal } from "@/lib/domain/kernel/money";
import { grantCredit } from "@/lib/domain/wallet/commands/grant-credit";
import { getBalance } from "@/lib/domain/wallet/queries";
import { CommandError, type CommandOutcome, refused } from "../output";

const WORDS = {
  idempotency_mismatch: "This key was used before, for another person or another amount.",
  amount_too_large: "That is more than can be moved at once.",
  insufficient_funds: "The wallet does not hold that much.",
  amount_invalid: "This is not an amount that can be moved.",
} as const;

/** The customer reads it in their wallet. */
function defaultReason(amountMicros: bigint): string {
  return amountMicros > 0n ? "granted by the operator" : "taken back by the operator";
}

export async function grantCommand(
  deps: Deps,
  args: string[],
  options: Record<string, string | boolean | undefined>,
): Promise<CommandOutcome> {
  const [who = "", amount = ""] = args;
  const amountMicros = parseDecimal(amount);
  if (amountMicros === null || amountMicros === 0n) {
    throw new CommandError(`"${amount}" is not an amount; write it like 25.00 or -3.50.`);
  }
  const user = await findUser(deps, who);
  if (!user) throw new CommandError(`Nobody is known as "${who}".`);
  const granted = await grantCredit(deps, systemActor("operator", "cli"), {
    userId: user.id,
    amountMicros,
    reason: typeof options.reason === "string" ? options.reason : defaultReason(amountMicros),
    key: typeof options.key === "string" ? options.key : deps.ids.uuid(),
  });
  if (!granted.ok) throw refused(granted.reason, WORDS);
  const balance = await getBalance(deps, customerScopeOf(user.id));
  const available = toDecimal(balance.availableMicros);
  return {
    lines: [`${user.username} has ${available} ${balance.currency} available.`],
    json: { userId: user.id, available, currency: balance.currency },
  };
}
