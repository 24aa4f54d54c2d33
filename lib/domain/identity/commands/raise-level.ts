import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";

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
