import { RefusalError } from "@/lib/domain/kernel/errors";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { inTransaction } from "@/lib/domain/kernel/transaction";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../demo-accounts";
import type { IdentityDeps } from "../ports";
import { insertUser } from "./insert-user";

/** Makes the demo accounts that do not exist yet. Returns the ids of the new ones by username. Refuses outside demo mode. */
export async function createDemoUsers(deps: IdentityDeps): Promise<Record<string, string>> {
  if (deps.mode !== "demo") throw new RefusalError("demo_only");
  const passwordHash = await deps.passwords.hash(DEMO_PASSWORD);
  const made: Record<string, string> = {};
  for (const account of DEMO_ACCOUNTS) {
    await inTransaction(deps, async (tx) => {
      const demo = { passwordHash, locale: "en", isDemo: true, isEmailVerified: true };
      const outcome = await insertUser(tx, deps, { ...account, ...demo });
      if (outcome.kind !== "inserted") return;
      const { userId } = outcome;
      await writeEvent(tx, "user.registered", { userId }, { userId, subjectId: userId });
      made[account.username] = userId;
    });
  }
  return made;
}
