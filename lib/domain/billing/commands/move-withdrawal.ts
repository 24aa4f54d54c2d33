import type { Tx } from "@/lib/db/client";
import type { Prisma, Withdrawal } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { captureHold } from "@/lib/domain/wallet/commands/capture-hold";
import { voidHold } from "@/lib/domain/wallet/commands/void-hold";
import type { WithdrawalStatus } from "../types";
import { PAYOUT_ACCOUNT } from "../withdrawal-entries";

/** The row, locked until the transaction ends; null for a missing one. */
export async function lockWithdrawal(tx: Tx, id: string): Promise<Withdrawal | null> {
  await tx.$queryRaw`SELECT id FROM withdrawals WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.withdrawal.findUnique({ where: { id } });
}

/** Pays the held money out, or gives it back. The lock on the row and the hold itself let it happen once. */
export async function endHold(tx: Tx, row: Withdrawal, isPaid: boolean): Promise<void> {
  const { holdId } = row;
  if (holdId === null) throw new Error(`withdrawal ${row.id} holds nothing`);
  const ended = isPaid
    ? (await captureHold(tx, { holdId, revenueAccount: PAYOUT_ACCOUNT[row.method] })).captured
    : (await voidHold(tx, { holdId })).voided;
  if (!ended) throw new Error(`the hold of withdrawal ${row.id} was resolved by somebody else`);
}

interface Move {
  status: WithdrawalStatus;
  action: `withdrawal.${"approved" | "paid" | "refused" | "canceled"}`;
  facts?: Pick<Prisma.WithdrawalUpdateInput, "note" | "payoutReference">;
  reason?: string;
}

/** Writes the step down: the row, the audit trail and the news, in the transaction of its postings. */
export async function recordMove(
  deps: KernelDeps,
  tx: Tx,
  actor: UserActor,
  row: Withdrawal,
  { status, action, facts, reason }: Move,
): Promise<void> {
  const { id, userId } = row;
  await tx.withdrawal.update({
    where: { id },
    data: {
      ...facts,
      status,
      version: { increment: 1 },
      ...(status === "REQUESTED" ? {} : { decidedAt: deps.clock.now() }),
    },
  });
  await writeAudit(tx, actor, {
    action,
    targetType: "withdrawal",
    targetId: id,
    before: { status: row.status },
    after: { status, ...facts } as Record<string, string>,
    reason,
  });
  await writeEvent(tx, "wallet.changed", { userId }, { userId });
  await writeEvent(tx, "withdrawal.decided", { withdrawalId: id, status }, { userId });
}
