import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canManageUser } from "../policy";
import { endSessions } from "./revoke-session";

interface StatusChange {
  userId: string;
  reason: string;
}

/** Closes an account at once: its sessions end in the same commit, and no new one opens. Money and orders stay as they are. */
export async function suspendUser(
  deps: KernelDeps,
  actor: Actor,
  { userId, reason }: StatusChange,
): Promise<Result> {
  if (!canManageUser(actor, userId)) return refuse("forbidden");
  return inTransaction(deps, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, status: "ACTIVE" },
      data: { status: "SUSPENDED", suspendedAt: deps.clock.securityNow(), suspendedReason: reason },
    });
    if (count === 0)
      return refuse((await tx.user.count({ where: { id: userId } })) > 0 ? "conflict" : "not_found");
    await endSessions(tx, userId);
    await writeAudit(tx, actor, {
      action: "user.suspended",
      targetType: "user",
      targetId: userId,
      before: { status: "ACTIVE" },
      after: { status: "SUSPENDED", suspendedReason: reason },
      reason,
    });
    await writeEvent(tx, "user.suspended", { userId }, { userId, subjectId: userId });
    return ok();
  });
}

/** Opens a suspended account again. The person signs in anew. */
export async function reinstateUser(
  deps: KernelDeps,
  actor: Actor,
  { userId, reason }: StatusChange,
): Promise<Result> {
  if (!canManageUser(actor, userId)) return refuse("forbidden");
  return inTransaction(deps, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, status: "SUSPENDED" },
      data: { status: "ACTIVE", suspendedAt: null, suspendedReason: null },
    });
    if (count === 0)
      return refuse((await tx.user.count({ where: { id: userId } })) > 0 ? "conflict" : "not_found");
    await writeAudit(tx, actor, {
      action: "user.reinstated",
      targetType: "user",
      targetId: userId,
      before: { status: "SUSPENDED" },
      after: { status: "ACTIVE" },
      reason,
    });
    await writeEvent(tx, "user.reinstated", { userId }, { userId, subjectId: userId });
    return ok();
  });
}
