import type { Tx } from "@/lib/db/client";
import type { Role } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";

export interface NewUser {
  username: string;
  email: string;
  passwordHash: string;
  locale: string;
  role?: Role;
  displayName?: string;
  verificationLevel?: number;
  isDemo?: boolean;
  isEmailVerified?: boolean;
}

export type InsertOutcome =
  | { kind: "inserted"; userId: string }
  | { kind: "username_taken" }
  | { kind: "email_taken" };

/** Inserts a user, or says which of the two unique names is taken. Never fails on a conflict, so the transaction stays usable. */
export async function insertUser(
  tx: Tx,
  deps: Pick<KernelDeps, "ids" | "clock">,
  user: NewUser,
): Promise<InsertOutcome> {
  const userId = deps.ids.uuid();
  const now = deps.clock.securityNow();
  const { isEmailVerified, ...fields } = user;
  const { count } = await tx.user.createMany({
    data: [
      {
        ...fields,
        id: userId,
        registeredAt: now,
        passwordChangedAt: now,
        emailVerifiedAt: isEmailVerified ? now : null,
      },
    ],
    skipDuplicates: true,
  });
  if (count > 0) return { kind: "inserted", userId };
  const usernameHolder = await tx.user.findUnique({
    where: { username: user.username },
    select: { id: true },
  });
  return usernameHolder ? { kind: "username_taken" } : { kind: "email_taken" };
}
