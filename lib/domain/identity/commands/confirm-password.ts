import type { UserActor } from "@/lib/domain/kernel/actor";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import type { IdentityDeps } from "../ports";
import { clearAttempts, takeAttempt } from "./throttle-attempt";

/** Asks who is signed in for their password once more. Refusals: password_needed, login_throttled, wrong_password. */
export async function confirmPassword(
  deps: IdentityDeps,
  actor: UserActor,
  password: string,
): Promise<Result> {
  // No attempt at anything: it counts for nothing.
  if (password === "") return refuse("password_needed");
  const user = await deps.db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { passwordHash: true },
  });
  const attempt = `confirm:${actor.userId}`;
  const throttled = await takeAttempt(deps.db, "account", attempt);
  if (throttled) return refuse("login_throttled", { retryAfterSeconds: throttled.retryAfterSeconds });
  if (!(await deps.passwords.matches(password, user.passwordHash))) return refuse("wrong_password");
  await clearAttempts(deps.db, "account", attempt);
  return ok();
}
