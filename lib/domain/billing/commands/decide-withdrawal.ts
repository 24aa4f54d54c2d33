import type { Tx } from "@/lib/db/client";
import type { Withdrawal } from "@/lib/db/generated/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { captureHold } from "@/lib/domain/wallet/commands/capture-hold";
import { voidHold } from "@/lib/domain/wallet/commands/void-hold";
import { canMoveMoney } from "../policy";
import type { DecideWithdrawalInput } from "../types";

const ACCOUNT = { USDT_TRC20: "ext:usdt", BTC: "ext:btc", PIX: "ext:mercadopago" } as const;

async function approve(
  tx: Tx,
  actor: UserActor,
  row: Withdrawal,
): Promise<Result<{ status: Withdrawal["status"] }>> {
  if (row.status !== "REQUESTED") return refuse("changed_meanwhile", { found: row.status });
  const { count } = await tx.withdrawalApproval.createMany({
    data: [{ withdrawalId: row.id, adminId: actor.userId }],
    skipDuplicates: true,
  });
  if (count === 0) return refuse("already_approved");
  const approvals = await tx.withdrawalApproval.count({ where: { withdrawalId: row.id } });
  return ok({ status: approvals >= row.approvalsNeeded ? "APPROVED" : "REQUESTED" });
}

async function settle(
  tx: Tx,
  row: Withdrawal,
  input: DecideWithdrawalInput,
): Promise<Result<{ status: Withdrawal["status"] }>> {
  const holdId = row.holdId;
  if (holdId === null) throw new Error(`withdrawal ${row.id} holds nothing`);
  if (input.decision === "pay") {
    if (row.status === "REQUESTED") return refuse("second_admin_needed");
    if (row.status !== "APPROVED") return refuse("changed_meanwhile", { found: row.status });
    await captureHold(tx, { holdId, revenueAccount: ACCOUNT[row.method] });
    return ok({ status: "PAID" });
  }
  if (row.status !== "REQUESTED" && row.status !== "APPROVED") {
    return refuse("changed_meanwhile", { found: row.status });
  }
  await voidHold(tx, { holdId });
  return ok({ status: "REFUSED" });
}

/**
 * An administrator approves a withdrawal, refuses it (the money is back at once), or says that it was paid out.
 * Refusals: forbidden, not_found, changed_meanwhile, already_approved (by the same person), second_admin_needed.
 */
export async function decideWithdrawal(
  deps: KernelDeps,
  actor: UserActor,
  input: DecideWithdrawalInput,
): Promise<Result<{ status: Withdrawal["status"] }>> {
  if (!canMoveMoney(actor)) return refuse("forbidden");
  return inTransaction<Result<{ status: Withdrawal["status"] }>>(deps, async (tx) => {
    await tx.$queryRaw`SELECT id FROM withdrawals WHERE id = ${input.withdrawalId}::uuid FOR UPDATE`;
    const row = await tx.withdrawal.findUnique({ where: { id: input.withdrawalId } });
    if (!row) return refuse("not_found");
    if (row.version !== input.version) return refuse("changed_meanwhile", { found: row.status });
    // Nobody decides over their own money.
    if (row.userId === actor.userId) return refuse("forbidden");
    const answer =
      input.decision === "approve" ? await approve(tx, actor, row) : await settle(tx, row, input);
    if (!answer.ok) return answer;
    const note = input.decision === "refuse" ? input.note : undefined;
    await tx.withdrawal.update({
      where: { id: row.id },
      data: {
        status: answer.status,
        version: { increment: 1 },
        note,
        payoutReference: input.decision === "pay" ? input.payoutReference : undefined,
        decidedAt: answer.status === "REQUESTED" ? undefined : deps.clock.now(),
      },
    });
    await writeAudit(tx, actor, {
      action: `withdrawal.${input.decision}`,
      targetType: "withdrawal",
      targetId: row.id,
      before: { status: row.status },
      after: {
        status: answer.status,
        ...(input.decision === "pay" ? { payoutReference: input.payoutReference } : {}),
      },
      reason: note,
    });
    await writeEvent(tx, "wallet.changed", { userId: row.userId }, { userId: row.userId });
    await writeEvent(
      tx,
      "withdrawal.decided",
      { withdrawalId: row.id, status: answer.status },
      { userId: row.userId },
    );
    return answer;
  });
}
