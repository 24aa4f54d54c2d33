import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Result } from "@/lib/domain/kernel/result";
import { inTransaction, isUniqueViolation } from "@/lib/domain/kernel/transaction";
import type { UpdatePhoneInput } from "../schema";

/** Keeps the person's own number, or takes it away. It proves nothing until it is verified. */
export async function updatePhone(
  deps: KernelDeps,
  actor: UserActor,
  { phone }: UpdatePhoneInput,
): Promise<Result> {
  return inTransaction(deps, async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { phone: true } });
    if (before.phone === phone) return ok();
    try {
      await tx.user.update({
        where: { id: actor.userId },
        data: { phone, phoneVerifiedAt: null },
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw new RefusalError("phone_taken");
      throw error;
    }
    await writeAudit(tx, actor, {
      action: "user.phone_changed",
      targetType: "user",
      targetId: actor.userId,
      before,
      after: { phone },
    });
    return ok();
  });
}
