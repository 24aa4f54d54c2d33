import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";

interface Watched {
  balance: bigint;
  threshold: bigint;
  is_told: boolean;
}

/**
 * Tells once when what a person can spend falls below what they chose, and again only after it was above meanwhile.
 * A wallet that never held anything is not told of.
 */
export async function noteLowBalance(deps: KernelDeps, userId: string): Promise<void> {
  const isWatched = await deps.db.userPreference.count({
    where: { userId, lowBalanceMicros: { not: null } },
  });
  if (isWatched === 0) return;
  await inTransaction(deps, async (tx) => {
    const [wallet] = await tx.$queryRaw<Watched[]>`
      SELECT a.balance, p.low_balance_micros AS threshold, p.low_balance_told_at IS NOT NULL AS is_told
      FROM user_preferences p JOIN ledger_accounts a ON a.user_id = p.user_id
      WHERE p.user_id = ${userId}::uuid AND p.low_balance_micros IS NOT NULL
        AND a.kind = 'USER_AVAILABLE' AND a.currency = ${WALLET_CURRENCY}
      FOR UPDATE OF p`;
    if (!wallet) return;
    const isLow = wallet.balance < wallet.threshold;
    if (isLow === wallet.is_told) return;
    await tx.userPreference.update({
      where: { userId },
      data: { lowBalanceToldAt: isLow ? deps.clock.now() : null },
    });
    if (!isLow) return;
    await writeEvent(
      tx,
      "balance.low",
      {
        userId,
        availableMicros: wallet.balance.toString(),
        thresholdMicros: wallet.threshold.toString(),
      },
      { userId },
    );
  });
}
