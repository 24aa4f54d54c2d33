import { writeAudit } from "@/lib/domain/audit/commands";
import type { Actor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { canManageUser } from "../policy";
import { issueToken } from "./issue-token";
import { endSessions } from "./revoke-session";
import { takeAttempt } from "./throttle-attempt";

interface Help {
  userId: string;
  reason: string;
}

/** Signs somebody out, of one session or of all. Refusals: forbidden, not_found (nothing was live). */
export async function endSessionsOf(
  deps: KernelDeps,
  actor: Actor,
  { userId, sessionId, reason }: Help & { sessionId?: string },
): Promise<Result<{ ended: number }>> {
  if (!canManageUser(actor, userId)) return refuse("forbidden");
  return inTransaction<Result<{ ended: number }>>(deps, async (tx) => {
    const ended = await endSessions(tx, userId, { only: sessionId });
    if (ended === 0) return refuse("not_found");
    await writeAudit(tx, actor, {
      action: "user.sessions_ended",
      targetType: "user",
      targetId: userId,
      before: { live: ended, ...(sessionId ? { sessionId } : {}) },
      after: { live: 0 },
      reason,
    });
    return ok({ ended });
  });
}

/** Sends somebody's verification link once more. Refusals: forbidden, not_found, already_verified, rate_limited. */
export async function resendVerification(
  deps: KernelDeps,
  actor: Actor,
  { userId, reason }: Help,
): Promise<Result> {
  if (!canManageUser(actor, userId)) return refuse("forbidden");
  return inTransaction<Result>(deps, async (tx) => {
    const user = await tx.user.findUnique({
      where: { id: userId },
      select: { email: true, emailVerifiedAt: true },
    });
    if (!user) return refuse("not_found");
    if (!user.email || user.emailVerifiedAt) return refuse("already_verified");
    const throttled = await takeAttempt(tx, "mail", `verify:${userId}`);
    if (throttled) throw new RefusalError("rate_limited", { retryAfterSeconds: throttled.retryAfterSeconds });
    const tokenCiphertext = await issueToken(tx, deps, {
      kind: "EMAIL_VERIFICATION",
      userId,
      email: user.email,
    });
    await writeEvent(
      tx,
      "user.email_verification_requested",
      { userId, tokenCiphertext },
      { subjectId: userId },
    );
    await writeAudit(tx, actor, {
      action: "user.verification_resent",
      targetType: "user",
      targetId: userId,
      before: { emailVerifiedAt: null },
      after: { emailVerifiedAt: null, email: user.email },
      reason,
    });
    return ok();
  });
}
