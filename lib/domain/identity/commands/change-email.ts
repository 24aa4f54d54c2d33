import type { Tx } from "@/lib/db/client";
import { writeAudit } from "@/lib/domain/audit/commands";
import { systemActor, type UserActor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction, isUniqueViolation } from "@/lib/domain/kernel/transaction";
import type { IdentityDeps } from "../ports";
import type { ChangeEmailInput } from "../schema";
import { consumeToken, issueToken } from "./issue-token";
import { clearAttempts, takeAttempt } from "./throttle-attempt";

/**
 * Sends a link to the new address; the account keeps the old one until the link is opened. The password is asked for,
 * because whoever has the address can choose a new one. An address of somebody else answers the same: its owner is told.
 */
export async function requestEmailChange(
  deps: IdentityDeps,
  actor: UserActor,
  { email, currentPassword }: ChangeEmailInput,
): Promise<Result> {
  const user = await deps.db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { id: true, email: true, passwordHash: true },
  });
  if (user.email === email) return refuse("email_same");
  const attempt = `change:${user.id}`;
  const throttled = await takeAttempt(deps.db, "account", attempt);
  if (throttled) return refuse("login_throttled", { retryAfterSeconds: throttled.retryAfterSeconds });
  if (!(await deps.passwords.matches(currentPassword, user.passwordHash))) return refuse("wrong_password");

  return inTransaction(deps, async (tx) => {
    await clearAttempts(tx, "account", attempt);
    const tooMany = await takeAttempt(tx, "mail", `email-change:${user.id}`);
    if (tooMany) throw new RefusalError("rate_limited", { retryAfterSeconds: tooMany.retryAfterSeconds });
    // Only the last address that was asked for can be confirmed.
    await cancelEmailChanges(tx, user.id);
    const tokenCiphertext = await issueToken(tx, deps, { kind: "EMAIL_CHANGE", userId: user.id, email });
    const owner = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (owner) {
      if (!(await takeAttempt(tx, "mail", `sign-up:${owner.id}`)))
        await writeEvent(tx, "user.sign_up_repeated", { userId: owner.id }, { subjectId: owner.id });
      return ok();
    }
    const told = { userId: user.id, email, tokenCiphertext };
    await writeEvent(tx, "user.email_change_requested", told, { subjectId: user.id });
    return ok();
  });
}

/** Ends links of this person that would still change the address. */
export async function cancelEmailChanges(tx: Tx, userId: string): Promise<void> {
  await tx.identityToken.deleteMany({ where: { userId, kind: "EMAIL_CHANGE", usedAt: null } });
}

/** The person keeps the address they have. */
export async function cancelEmailChange(deps: IdentityDeps, actor: UserActor): Promise<Result> {
  return inTransaction(deps, async (tx) => {
    await cancelEmailChanges(tx, actor.userId);
    return ok();
  });
}

async function setAddress(tx: Tx, userId: string, email: string, now: Date): Promise<void> {
  try {
    await tx.user.update({ where: { id: userId }, data: { email, emailVerifiedAt: now } });
  } catch (error) {
    // Somebody opened an account with it in the meantime; what the link did so far is undone.
    if (isUniqueViolation(error)) throw new RefusalError("email_taken");
    throw error;
  }
}

/**
 * Spends the link's token in the caller's transaction: the address is the account's from now on and counts as verified.
 * Links sent to the old address end. False when this is no such token.
 */
export async function confirmEmailChange(tx: Tx, deps: IdentityDeps, token: string): Promise<boolean> {
  const spent = await consumeToken(tx, "EMAIL_CHANGE", token);
  if (!spent) return false;
  const { userId, email } = spent;
  const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  await setAddress(tx, userId, email, deps.clock.securityNow());
  await tx.identityToken.deleteMany({
    where: { userId, kind: { in: ["EMAIL_VERIFICATION", "PASSWORD_RESET"] }, usedAt: null },
  });
  await writeAudit(tx, systemActor("e-mail link", "web"), {
    action: "user.email_changed",
    targetType: "user",
    targetId: userId,
    before: { email: user.email },
    after: { email },
  });
  const to = { userId, subjectId: userId };
  await writeEvent(tx, "user.email_verified", { userId }, to);
  await writeEvent(tx, "user.email_changed", { userId, previousEmail: user.email }, to);
  return true;
}
