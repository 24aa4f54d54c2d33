import type { Tx } from "@/lib/db/client";
import type { Withdrawal } from "@/lib/db/generated/client";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { readPayoutReference } from "../payout-destination";
import { canMoveMoney } from "../policy";
import type { DecideWithdrawalInput, WithdrawalStatus } from "../types";
import { allowsStep, statusAfter } from "../withdrawal-rules";
import { endHold, lockWithdrawal, recordMove } from "./move-withdrawal";

type Decided = Result<{ status: WithdrawalStatus }>;

async function approve(deps: KernelDeps, tx: Tx, actor: UserActor, row: Withdrawal): Promise<Decided> {
  const { count } = await tx.withdrawalApproval.createMany({
    data: [{ withdrawalId: row.id, adminId: actor.userId }],
    skipDuplicates: true,
  });
  if (count === 0) return refuse("already_approved");
  const approvals = await tx.withdrawalApproval.count({ where: { withdrawalId: row.id } });
  const status = statusAfter("approve", { approvals, needed: row.approvalsNeeded });
  await recordMove(deps, tx, actor, row, { status, action: "withdrawal.approved" });
  return ok({ status });
}

async function pay(
  deps: KernelDeps,
  tx: Tx,
  actor: UserActor,
  row: Withdrawal,
  typed: string,
): Promise<Decided> {
  const payoutReference = readPayoutReference(row.method, typed);
  if (payoutReference === null) return refuse("reference_invalid");
  await endHold(tx, row, true);
  await recordMove(deps, tx, actor, row, {
    status: "PAID",
    action: "withdrawal.paid",
    facts: { payoutReference },
  });
  return ok({ status: "PAID" });
}

/**
 * An administrator approves a withdrawal (two different ones from the configured amount on), says how it was paid out,
 * or refuses it with words for the customer, whose money is back at once. Refusals: forbidden, not_found,
 * own_withdrawal, withdrawal_closed, already_approved (by the same person), second_admin_needed (paying before it is
 * approved), wallet_frozen_meanwhile, reference_invalid.
 */
export async function decideWithdrawal(
  deps: KernelDeps,
  actor: UserActor,
  input: DecideWithdrawalInput,
): Promise<Decided> {
  if (!canMoveMoney(actor)) return refuse("forbidden");
  return inTransaction<Decided>(deps, async (tx) => {
    const row = await lockWithdrawal(tx, input.withdrawalId);
    if (!row) return refuse("not_found");
    // Nobody decides over their own money.
    if (row.userId === actor.userId) return refuse("own_withdrawal");
    if (input.decision === "pay" && row.status === "REQUESTED") return refuse("second_admin_needed");
    if (!allowsStep(input.decision, row.status)) return refuse("withdrawal_closed");
    if (input.decision === "refuse") {
      const { note } = input;
      await endHold(tx, row, false);
      const facts = { note };
      await recordMove(deps, tx, actor, row, {
        status: "REFUSED",
        action: "withdrawal.refused",
        facts,
        reason: note,
      });
      return ok({ status: "REFUSED" });
    }
    // A dispute may have come after the request: what is disputed does not leave.
    if (await tx.walletFreeze.findUnique({ where: { userId: row.userId } }))
      return refuse("wallet_frozen_meanwhile");
    return input.decision === "approve"
      ? approve(deps, tx, actor, row)
      : pay(deps, tx, actor, row, input.payoutReference);
  });
}
