import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { ok, type Result } from "@/lib/domain/kernel/result";
import type { UpdateProfileInput } from "../schema";

/** How the person is called and in which language they are written to. */
export async function updateProfile(
  deps: KernelDeps,
  actor: UserActor,
  input: UpdateProfileInput,
): Promise<Result> {
  await deps.db.user.update({
    where: { id: actor.userId },
    data: { displayName: input.displayName, locale: input.locale },
  });
  return ok();
}
