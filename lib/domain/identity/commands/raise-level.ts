import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canManageUser } from "../policy";

/** Raises somebody from level 0 to 1 if their e-mail address is verified. The caller has made sure that they paid. */
export async function raiseToLevelOne(deps: KernelDeps, actor: Actor, userId: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, verificationLevel: 0, emailVerifiedAt: { not: null } },
      data: { verificationLevel: 1 },
    });
    if (count === 0) return;
    await writeAudit(tx, actor, {
      action: "user.level_raised",
      targetType: "user",
      targetId: userId,
      before: { verificationLevel: 0 },
      after: { verificationLevel: 1 },
    });
    await writeEvent(tx, "user.level_raised", { userId, level: 1 }, { userId, subjectId: userId });
  });
}

interface LevelChange {
  userId: string;
  /** The level that the admin saw. */
  from: number;
  level: number;
  reason: string;
}

/** Raises or lowers somebody by an administrator's word. Refusals: forbidden, not_found, changed_since_seen. */
export async function setLevel(
  deps: KernelDeps,
  actor: Actor,
  { userId, from, level, reason }: LevelChange,
): Promise<Result> {
  if (!canManageUser(actor, userId)) return refuse("forbidden");
  return inTransaction<Result>(deps, async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { verificationLevel: true } });
    if (!user) return refuse("not_found");
    const { count } = await tx.user.updateMany({
      where: { id: userId, verificationLevel: { equals: from, not: level } },
      data: { verificationLevel: level },
    });
    if (count === 0) return refuse("changed_since_seen", { found: String(user.verificationLevel) });
    await writeAudit(tx, actor, {
      action: level > from ? "user.level_raised" : "user.level_lowered",
      targetType: "user",
      targetId: userId,
      before: { verificationLevel: from },
      after: { verificationLevel: level },
      reason,
    });
    if (level > from)
      await writeEvent(tx, "user.level_raised", { userId, level }, { userId, subjectId: userId });
    return ok();
  });
}
