import type { Tx } from "@/lib/db/client";
import type { UserActor } from "@/lib/domain/kernel/actor";
import type { KernelDeps } from "@/lib/domain/kernel/deps";
import { writeEvent } from "@/lib/domain/kernel/outbox";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { inTransaction } from "@/lib/domain/kernel/transaction";

/** Ends live sessions of one person in the caller's transaction. They are dead at its commit, in every process. */
export async function endSessions(
  tx: Tx,
  userId: string,
  which: { only?: string; except?: string | null } = {},
): Promise<number> {
  const ended = await tx.$queryRaw<{ id: string }[]>`
    UPDATE sessions SET revoked_at = now()
    WHERE user_id = ${userId}::uuid AND revoked_at IS NULL AND expires_at > now()
      AND (${which.only ?? null}::uuid IS NULL OR id = ${which.only ?? null}::uuid)
      AND (${which.except ?? null}::uuid IS NULL OR id <> ${which.except ?? null}::uuid)
    RETURNING id`;
  for (const { id } of ended) {
    await writeEvent(tx, "session.revoked", { userId, sessionId: id }, { userId, subjectId: id });
  }
  return ended.length;
}

/** Ends a session by its id alone, for a caller who holds its cookie. */
export async function endSession(deps: KernelDeps, sessionId: string): Promise<void> {
  const session = await deps.db.session.findUnique({ where: { id: sessionId }, select: { userId: true } });
  if (session) await inTransaction(deps, (tx) => endSessions(tx, session.userId, { only: sessionId }));
}

/** Signs out the device this actor came with. */
export async function signOut(deps: KernelDeps, actor: UserActor): Promise<void> {
  const { sessionId } = actor;
  if (sessionId) await inTransaction(deps, (tx) => endSessions(tx, actor.userId, { only: sessionId }));
}

/** Ends one of the actor's own sessions. Somebody else's answers like one that is not there. */
export async function revokeSession(
  deps: KernelDeps,
  actor: UserActor,
  { sessionId }: { sessionId: string },
): Promise<Result> {
  return inTransaction(deps, async (tx) =>
    (await endSessions(tx, actor.userId, { only: sessionId })) > 0 ? ok() : refuse("not_found"),
  );
}

/** Ends all of the actor's sessions but the one they are using. */
export async function revokeOtherSessions(
  deps: KernelDeps,
  actor: UserActor,
): Promise<Result<{ ended: number }>> {
  return inTransaction(deps, async (tx) =>
    ok({ ended: await endSessions(tx, actor.userId, { except: actor.sessionId }) }),
  );
}
