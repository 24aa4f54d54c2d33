import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

/** What identity itself knows of the first steps. */
export interface OnboardingFacts {
  isDismissed: boolean;
  isEmailVerified: boolean;
  /** The person has looked at their devices and password and said that they are right. */
  isSecured: boolean;
}

export async function readOnboarding(
  deps: Pick<KernelDeps, "db">,
  scope: CustomerScope,
): Promise<OnboardingFacts> {
  const user = await deps.db.user.findUniqueOrThrow({
    where: { id: scope.userId },
    select: {
      emailVerifiedAt: true,
      preference: { select: { onboardingDismissedAt: true, securityReviewedAt: true } },
    },
  });
  return {
    isDismissed: user.preference?.onboardingDismissedAt != null,
    isEmailVerified: user.emailVerifiedAt !== null,
    isSecured: user.preference?.securityReviewedAt != null,
  };
}
