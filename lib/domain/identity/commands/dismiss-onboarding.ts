import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { type Ok, ok } from "@/lib/domain/kernel/result";

/** The checklist is not shown again. */
export async function dismissOnboarding(deps: KernelDeps, actor: UserActor): Promise<Ok<object>> {
  const fact = { onboardingDismissedAt: deps.clock.securityNow() };
  await deps.db.userPreference.upsert({
    where: { userId: actor.userId },
    create: { userId: actor.userId, ...fact },
    update: fact,
  });
  return ok();
}
