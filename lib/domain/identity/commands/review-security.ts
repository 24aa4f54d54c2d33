import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { type Ok, ok } from "@/lib/domain/kernel/result";

/** The person looked at their devices and password, and they are right. */
export async function reviewSecurity(deps: KernelDeps, actor: UserActor): Promise<Ok<object>> {
  const fact = { securityReviewedAt: deps.clock.securityNow() };
  await deps.db.userPreference.upsert({
    where: { userId: actor.userId },
    create: { userId: actor.userId, ...fact },
    update: fact,
  });
  return ok();
}
