import { writeAudit } from "@/lib/domain/audit/commands";
import { systemActor } from "@/lib/domain/kernel/actor";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { IdentityDeps } from "../ports";
import type { Visitor } from "../types";
import { cancelEmailChanges } from "./change-email";
import { refusePassword } from "./check-password";
import { consumeToken, findToken, issueToken } from "./issue-token";
import { endSessions } from "./revoke-session";
import { clearAttempts, takeAttempt } from "./throttle-attempt";

/** Asks for a mail with a reset link. The answer never tells whether the address is known; too many mails are left out silently. */
export async function requestPasswordReset(deps: IdentityDeps, { email }: { email: string }): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (!user || (await takeAttempt(tx, "mail", `reset:${user.id}`))) return;
    const tokenCiphertext = await issueToken(tx, deps, { kind: "PASSWORD_RESET", userId: user.id, email });
    await writeEvent(
      tx,
      "user.password_reset_requested",
      { userId: user.id, tokenCiphertext },
      { subjectId: user.id },
    );
  });
}

/**
 * Sets a new password with the link's token, which works once. Every session ends, and the address counts as verified:
 * the link came from its mailbox.
 */
export async function resetPassword(
  deps: IdentityDeps,
  visitor: Visitor,
  { token, password }: { token: string; password: string },
): Promise<Result> {
  const owner = await findToken(deps.db, "PASSWORD_RESET", token);
  if (!owner) return refuse("token_invalid");
  const names = await deps.db.user.findUnique({
    where: { id: owner.userId },
    select: { username: true, email: true },
  });
  const refusal = refusePassword(password, [names?.username ?? null, names?.email ?? null]);
  if (refusal) return refusal;
  const passwordHash = await deps.passwords.hash(password);

  return inTransaction(deps, async (tx) => {
    const spent = await consumeToken(tx, "PASSWORD_RESET", token);
    if (!spent) return refuse("token_invalid");
    const { userId, email } = spent;
    const now = deps.clock.securityNow();
    await tx.user.update({ where: { id: userId }, data: { passwordHash, passwordChangedAt: now } });
    const verified = await tx.user.updateMany({
      where: { id: userId, email, emailVerifiedAt: null },
      data: { emailVerifiedAt: now },
    });
    const to = { userId, subjectId: userId };
    if (verified.count > 0) await writeEvent(tx, "user.email_verified", { userId }, to);
    await cancelEmailChanges(tx, userId);
    await endSessions(tx, userId);
    await clearAttempts(tx, "account", userId);
    await writeAudit(tx, systemActor("reset link", "web", visitor.requestId), {
      action: "user.password_reset",
      targetType: "user",
      targetId: userId,
    });
    await writeEvent(tx, "user.password_changed", { userId }, to);
    return ok();
  });
}
