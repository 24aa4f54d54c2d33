import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { type Ok, ok } from "@/lib/domain/kernel/result";
import type { Preferences } from "../types";

/** Keeps what the person chose, for all their devices. */
export async function updatePreferences(
  deps: KernelDeps,
  actor: UserActor,
  preferences: Preferences,
): Promise<Ok<object>> {
  await deps.db.userPreference.upsert({
    where: { userId: actor.userId },
    create: { userId: actor.userId, ...preferences },
    // Another threshold is another question: it is asked afresh.
    update: { ...preferences, lowBalanceToldAt: null },
  });
  return ok();
}
