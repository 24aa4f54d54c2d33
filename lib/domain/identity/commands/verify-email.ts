import type { UserActor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { IdentityDeps } from "../ports";
import { confirmEmailChange } from "./change-email";
import { consumeToken, findToken, issueToken } from "./issue-token";
import { takeAttempt } from "./throttle-attempt";

/** Sends the verification link once more. */
export async function requestEmailVerification(deps: IdentityDeps, actor: UserActor): Promise<Result> {
  return inTransaction(deps, async (tx) => {
    const user = await tx.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { id: true, email: true, emailVerifiedAt: true },
    });
    if (!user.email || user.emailVerifiedAt) return refuse("already_verified");
    const throttled = await takeAttempt(tx, "mail", `verify:${user.id}`);
    if (throttled) throw new RefusalError("rate_limited", { retryAfterSeconds: throttled.retryAfterSeconds });
    const tokenCiphertext = await issueToken(tx, deps, {
      kind: "EMAIL_VERIFICATION",
      userId: user.id,
      email: user.email,
    });
    await writeEvent(
      tx,
      "user.email_verification_requested",
      { userId: user.id, tokenCiphertext },
      { subjectId: user.id },
    );
    return ok();
  });
}

/** Whoever holds the link read the mail: the address is confirmed, or becomes the account's. A link opened a second time answers well while the address is still verified. */
export async function verifyEmail(deps: IdentityDeps, { token }: { token: string }): Promise<Result> {
  return inTransaction(deps, async (tx) => {
    const spent = await consumeToken(tx, "EMAIL_VERIFICATION", token);
    if (!spent) {
      if (await confirmEmailChange(tx, deps, token)) return ok();
      const earlier =
        (await findToken(tx, "EMAIL_VERIFICATION", token)) ?? (await findToken(tx, "EMAIL_CHANGE", token));
      const isVerified =
        earlier?.email != null &&
        (await tx.user.count({
          where: { id: earlier.userId, email: earlier.email, emailVerifiedAt: { not: null } },
        })) > 0;
      return isVerified ? ok() : refuse("token_invalid");
    }
    const { count } = await tx.user.updateMany({
      where: { id: spent.userId, email: spent.email, emailVerifiedAt: null },
      data: { emailVerifiedAt: deps.clock.securityNow() },
    });
    if (count > 0) {
      const to = { userId: spent.userId, subjectId: spent.userId };
      await writeEvent(tx, "user.email_verified", { userId: spent.userId }, to);
    }
    return ok();
  });
}
