import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { TrialState } from "../types";

/** Whether a person may still begin a trial: once each, and only with an address that was confirmed. */
export async function readTrialState(
  { db }: Pick<KernelDeps, "db">,
  scope: CustomerScope,
): Promise<TrialState> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: scope.userId },
    select: { hasUsedTrial: true, emailVerifiedAt: true },
  });
  if (user.hasUsedTrial) return "used";
  return user.emailVerifiedAt ? "open" : "needs_email";
}
