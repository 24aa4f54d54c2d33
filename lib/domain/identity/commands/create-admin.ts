import { z } from "zod";
import { writeAudit } from "@/lib/domain/audit/commands";
import { type Actor, systemActor } from "@/lib/domain/kernel/actor";
import { RefusalError } from "@/lib/domain/kernel/errors";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import type { IdentityDeps } from "../ports";
import { emailSchema, usernameSchema } from "../schema";
import { refusePassword } from "./check-password";
import { insertUser } from "./insert-user";

const namesSchema = z.object({ email: emailSchema, username: usernameSchema });

/** Makes an administrator. Refusals: invalid_input, email_taken, username_taken, and those of the password. */
export async function createAdmin(
  deps: IdentityDeps,
  input: { email: string; username: string; password: string },
  actor: Actor = systemActor("command line", "cli"),
): Promise<Result<{ userId: string }>> {
  const named = namesSchema.safeParse(input);
  if (!named.success) return refuse("invalid_input");
  const { email, username } = named.data;
  const { password } = input;
  const refusal = refusePassword(password, [username, email]);
  if (refusal) return refusal;
  const passwordHash = await deps.passwords.hash(password);
  return inTransaction(deps, async (tx) => {
    const outcome = await insertUser(tx, deps, {
      username,
      email,
      passwordHash,
      locale: "en",
      role: "ADMIN",
      isEmailVerified: true,
    });
    if (outcome.kind !== "inserted") throw new RefusalError(outcome.kind);
    await writeAudit(tx, actor, {
      action: "user.admin_created",
      targetType: "user",
      targetId: outcome.userId,
      after: { username, role: "ADMIN" },
    });
    return ok({ userId: outcome.userId });
  });
}
