import type { Tx } from "@/lib/db/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import { type Actor, customerScopeOf } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { canGrantCredit } from "../policy";
import { getBalance } from "../queries";
import { MAX_MOVE_MICROS } from "../schema";
import type { Balance, GrantInput } from "../types";
import { depositMoney } from "./deposit-money";
import { postOnce } from "./post-once";
import { takeMoney } from "./take-money";

const balancesOf = (balance: Balance) => ({
  available: toDecimal(balance.availableMicros),
  debt: toDecimal(balance.debtMicros),
});

const seenOf = (balance: Balance) => `${balance.availableMicros}/${balance.debtMicros}`;

/** Whoever moves a customer's money holds this lock: the balances read after it are those that are posted upon. */
async function lockBalances(tx: Tx, userId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM ledger_accounts WHERE user_id = ${userId}::uuid AND code = 'available'
      AND currency = ${WALLET_CURRENCY} FOR NO KEY UPDATE`;
}

/** A repetition must hear of its success, whatever it has moved itself. */
async function isPosted(tx: Tx, { key }: GrantInput): Promise<boolean> {
  return (await tx.ledgerTransaction.count({ where: { idempotencyKey: `grant:${key}` } })) > 0;
}

function move(tx: Tx, lineId: string, input: GrantInput): Promise<{ replayed: boolean }> {
  const key = `grant:${input.key}`;
  if (input.amountMicros > 0n) {
    return depositMoney(tx, {
      userId: input.userId,
      amountMicros: input.amountMicros,
      source: "ext:internal",
      kind: "credit.granted",
      key,
      line: {
        id: lineId,
        type: "ADJUSTMENT",
        gateway: "INTERNAL",
        paymentMethod: "ADMIN",
        description: input.reason,
      },
    });
  }
  return takeMoney(tx, {
    userId: input.userId,
    amountMicros: -input.amountMicros,
    target: "ext:internal",
    kind: "credit.taken_back",
    key,
    mayOwe: input.mayOwe ?? false,
    line: { id: lineId, description: input.reason },
  });
}

/**
 * Gives credit, or with a negative amount takes it back (into debt only where mayOwe says so). The customer sees the
 * reason on the line. `seen` names the balances of a preview: when they moved since, nothing is posted. Refusals: forbidden, amount_invalid, amount_too_large, not_found, insufficient_funds,
 * idempotency_mismatch, balance_moved.
 */
export async function grantCredit(
  deps: KernelDeps,
  actor: Actor,
  input: GrantInput,
): Promise<Result<{ replayed: boolean }>> {
  const { amountMicros, userId, reason } = input;
  if (!canGrantCredit(actor)) return refuse("forbidden");
  if (amountMicros === 0n) return refuse("amount_invalid");
  if (amountMicros > MAX_MOVE_MICROS || amountMicros < -MAX_MOVE_MICROS) return refuse("amount_too_large");
  const lineId = deps.ids.uuid();
  return postOnce(deps, async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { id: true } });
    if (!user) return refuse("not_found");
    await lockBalances(tx, userId);
    const scope = customerScopeOf(userId);
    const before = await getBalance({ db: tx }, scope);
    if (input.seen && input.seen !== seenOf(before) && !(await isPosted(tx, input)))
      return refuse("balance_moved");
    const { replayed } = await move(tx, lineId, input);
    if (!replayed) {
      const after = await getBalance({ db: tx }, scope);
      await writeAudit(tx, actor, {
        action: amountMicros > 0n ? "wallet.credit_granted" : "wallet.credit_taken_back",
        targetType: "user",
        targetId: userId,
        before: balancesOf(before),
        after: { ...balancesOf(after), amount: toDecimal(amountMicros), lineId },
        reason,
      });
      await writeEvent(tx, "wallet.changed", { userId }, { userId });
    }
    return ok({ replayed });
  });
}
