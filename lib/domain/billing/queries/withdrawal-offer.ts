import type { Db, Tx } from "@/lib/db/client";
import { customerScope, type UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { getSetting } from "@/lib/domain/settings/queries";
import { getBalance } from "@/lib/domain/wallet/queries";
import { settingMicros } from "../top-up-rules";
import type { WithdrawalOffer } from "../types";
import { WITHDRAWAL_LEVEL } from "../withdrawal-rules";

/** What somebody has asked for since midnight UTC and what did not come back. Micro-units. */
export async function requestedTodayMicros(db: Db | Tx, userId: string): Promise<bigint> {
  const rows = await db.$queryRaw<{ sum: bigint }[]>`
    SELECT coalesce(sum(w.amount_micros), 0)::bigint AS sum FROM withdrawals w
    WHERE w.user_id = ${userId}::uuid AND w.status IN ('REQUESTED', 'APPROVED', 'PAID')
      AND w.created_at >= date_trunc('day', app_now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'`;
  return rows[0]?.sum ?? 0n;
}

/** What a person may take out now. */
export async function readWithdrawalOffer(
  deps: Pick<KernelDeps, "db">,
  actor: UserActor,
): Promise<WithdrawalOffer> {
  const [{ value: limits }, balance, requested, freeze] = await Promise.all([
    getSetting(deps, "billing.limits"),
    getBalance(deps, customerScope(actor)),
    requestedTodayMicros(deps.db, actor.userId),
    deps.db.walletFreeze.findUnique({ where: { userId: actor.userId } }),
  ]);
  const perDayMicros = settingMicros(limits.withdrawalPerDay);
  return {
    availableMicros: balance.availableMicros,
    minimumMicros: settingMicros(limits.withdrawalMinimum),
    leftTodayMicros: perDayMicros > requested ? perDayMicros - requested : 0n,
    perDayMicros,
    secondAdminFromMicros: settingMicros(limits.secondAdminFrom),
    isFrozen: freeze !== null,
    isOpen: actor.verificationLevel >= WITHDRAWAL_LEVEL,
  };
}
