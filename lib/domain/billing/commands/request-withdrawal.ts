import type { Tx } from "@/lib/db/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { getSetting } from "@/lib/domain/settings/queries";
import { placeHold } from "@/lib/domain/wallet/commands/place-hold";
import { postOnce } from "@/lib/domain/wallet/commands/post-once";
import { isPayoutDestination } from "../destination";
import type { BillingDeps } from "../ports";
import { settingMicros } from "../top-up-rules";
import type { RequestWithdrawalInput } from "../types";

/** An undecided withdrawal raises an alert after two days; the money stays held until somebody decides. */
const DECIDE_WITHIN_SECONDS = 2 * 86_400;

async function requestedTodayMicros(tx: Tx, userId: string): Promise<bigint> {
  const rows = await tx.$queryRaw<{ sum: bigint }[]>`
    SELECT coalesce(sum(w.amount_micros), 0)::bigint AS sum FROM withdrawals w
    WHERE w.user_id = ${userId}::uuid AND w.status IN ('REQUESTED', 'APPROVED', 'PAID')
      AND w.created_at >= date_trunc('day', app_now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'`;
  return rows[0]?.sum ?? 0n;
}

/**
 * Asks for money back: held at once, decided by an administrator. Refusals: level_too_low (below 1),
 * destination_invalid, amount_too_small, withdrawal_limit, insufficient_funds, wallet_frozen, idempotency_mismatch.
 * The same key of the same person asks once.
 */
export async function requestWithdrawal(
  deps: BillingDeps,
  actor: UserActor,
  input: RequestWithdrawalInput,
): Promise<Result<{ withdrawalId: string; number: number }>> {
  const { userId } = actor;
  const { amountMicros, method } = input;
  if (actor.verificationLevel < 1) return refuse("level_too_low", { level: 1 });
  if (!isPayoutDestination(deps.addresses, method, input.destination)) return refuse("destination_invalid");
  const { value: limits } = await getSetting(deps, "billing.limits");
  if (amountMicros < settingMicros(limits.withdrawalMinimum)) {
    return refuse("amount_too_small", { minimumMicros: settingMicros(limits.withdrawalMinimum).toString() });
  }
  const id = deps.ids.uuid();
  return postOnce<Result<{ withdrawalId: string; number: number }>>(deps, async (tx) => {
    // Requests of one person wait for each other, so that a day's limit counts them all.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`patchbay.withdrawal.${userId}`}))`;
    const known = await tx.withdrawal.findUnique({
      where: { userId_idempotencyKey: { userId, idempotencyKey: input.key } },
    });
    if (known) {
      return known.amountMicros === amountMicros && known.method === method
        ? ok({ withdrawalId: known.id, number: known.number })
        : refuse("idempotency_mismatch");
    }
    const perDay = settingMicros(limits.withdrawalPerDay);
    if ((await requestedTodayMicros(tx, userId)) + amountMicros > perDay) {
      return refuse("withdrawal_limit", { maximumMicros: perDay.toString() });
    }
    const row = await tx.withdrawal.create({
      data: {
        id,
        userId,
        amountMicros,
        method,
        destination: deps.cipher.encrypt(input.destination),
        status: "REQUESTED",
        approvalsNeeded: amountMicros >= settingMicros(limits.secondAdminFrom) ? 2 : 1,
        idempotencyKey: input.key,
      },
    });
    const { holdId } = await placeHold(tx, {
      userId,
      amountMicros,
      currency: WALLET_CURRENCY,
      ownerType: "withdrawal",
      ownerId: id,
      expiresInSeconds: DECIDE_WITHIN_SECONDS,
      line: {
        id: deps.ids.uuid(),
        type: "WITHDRAWAL",
        gateway: method === "PIX" ? "MERCADOPAGO" : "CRYPTO",
        paymentMethod: method === "PIX" ? "PIX" : method === "BTC" ? "CRYPTO_BTC" : "CRYPTO_USDT",
      },
    });
    await tx.withdrawal.update({ where: { id }, data: { holdId } });
    await writeAudit(tx, actor, {
      action: "withdrawal.requested",
      targetType: "withdrawal",
      targetId: id,
      after: { number: row.number, amount: toDecimal(amountMicros), method },
    });
    await writeEvent(tx, "wallet.changed", { userId }, { userId });
    return ok({ withdrawalId: id, number: row.number });
  });
}
