import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { IdentityDeps } from "../ports";
import type { SignUpInput } from "../schema";
import { refusePassword } from "./check-password";
import { insertUser } from "./insert-user";
import { issueToken } from "./issue-token";
import { takeAttempt } from "./throttle-attempt";

/**
 * Opens an account and asks for a mail with the verification link. When the address already has an account the answer
 * is the same and takes as long; its owner gets a mail that says so. Usernames are public, so a taken one is said.
 */
export async function signUp(deps: IdentityDeps, input: SignUpInput): Promise<Result> {
  const refusal = refusePassword(input.password, [input.username, input.email]);
  if (refusal) return refusal;
  const passwordHash = await deps.passwords.hash(input.password);

  return inTransaction(deps, async (tx): Promise<Result> => {
    const { username, email, locale } = input;
    const inserted = await insertUser(tx, deps, { username, email, locale, passwordHash });
    if (inserted.kind === "username_taken") return refuse("username_taken");
    if (inserted.kind === "email_taken") {
      const owner = await tx.user.findUnique({ where: { email }, select: { id: true } });
      if (owner && !(await takeAttempt(tx, "mail", `sign-up:${owner.id}`))) {
        await writeEvent(tx, "user.sign_up_repeated", { userId: owner.id }, { subjectId: owner.id });
      }
      return ok();
    }
    const { userId } = inserted;
    const tokenCiphertext = await issueToken(tx, deps, { kind: "EMAIL_VERIFICATION", userId, email });
    await writeEvent(tx, "user.registered", { userId }, { userId, subjectId: userId });
    await writeEvent(
      tx,
      "user.email_verification_requested",
      { userId, tokenCiphertext },
      { subjectId: userId },
    );
    return ok();
  });
}
