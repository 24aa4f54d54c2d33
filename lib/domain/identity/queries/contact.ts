import type { CustomerScope } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import type { ContactView } from "../types";

/** How the person can be reached, and the address that waits for its link to be opened. */
export async function getContact(deps: KernelDeps, scope: CustomerScope): Promise<ContactView> {
  const [user, pending] = await Promise.all([
    deps.db.user.findUniqueOrThrow({
      where: { id: scope.userId },
      select: { email: true, emailVerifiedAt: true, phone: true, phoneVerifiedAt: true },
    }),
    deps.db.identityToken.findFirst({
      where: {
        userId: scope.userId,
        kind: "EMAIL_CHANGE",
        usedAt: null,
        expiresAt: { gt: deps.clock.securityNow() },
      },
      orderBy: { createdAt: "desc" },
      select: { email: true },
    }),
  ]);
  return {
    email: user.email,
    isEmailVerified: user.emailVerifiedAt !== null,
    pendingEmail: pending?.email ?? null,
    phone: user.phone,
    isPhoneVerified: user.phoneVerifiedAt !== null,
  };
}
