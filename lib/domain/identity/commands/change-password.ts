import { writeAudit } from "@/lib/domain/audit/commands";
import type { UserActor } from "@/lib/domain/kernel/actor";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { IdentityDeps } from "../ports";
import { refusePassword } from "./check-password";
import { endSessions } from "./revoke-session";
import { clearAttempts, takeAttempt } from "./throttle-attempt";

/** Changes the actor's own password. All other sessions end; a mail tells the owner. */
export async function changePassword(
  deps: IdentityDeps,
  actor: UserActor,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<Result> {
  const user = await deps.db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { id: true, username: true, email: true, passwordHash: true },
  });
  const refusal = refusePassword(newPassword, [user.username, user.email]);
  if (refusal) return refusal;
  if (newPassword === currentPassword) return refuse("password_same");
  const attempt = `change:${user.id}`;
  const throttled = await takeAttempt(deps.db, "account", attempt);
  if (throttled) return refuse("login_throttled", { retryAfterSeconds: throttled.retryAfterSeconds });
  if (!(await deps.passwords.matches(currentPassword, user.passwordHash))) return refuse("wrong_password");
  const passwordHash = await deps.passwords.hash(newPassword);

  return inTransaction(deps, async (tx) => {
    // The condition is in the where: of two changes at once the second one no longer knows the current password.
    const { count } = await tx.user.updateMany({
      where: { id: user.id, passwordHash: user.passwordHash },
      data: { passwordHash, passwordChangedAt: deps.clock.securityNow() },
    });
    if (count === 0) return refuse("wrong_password");
    await clearAttempts(tx, "account", attempt);
    await endSessions(tx, user.id, { except: actor.sessionId });
    await tx.identityToken.deleteMany({
      where: { userId: user.id, kind: { in: ["PASSWORD_RESET", "EMAIL_CHANGE"] }, usedAt: null },
    });
    await writeAudit(tx, actor, { action: "user.password_changed", targetType: "user", targetId: user.id });
    await writeEvent(
      tx,
      "user.password_changed",
      { userId: user.id },
      { userId: user.id, subjectId: user.id },
    );
    return ok();
  });
}
