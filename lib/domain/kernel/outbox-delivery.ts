import type { Prisma } from "@/lib/db/generated/client";
import type { KernelDeps } from "./deps";

export interface WaitingEvent {
  id: bigint;
  kind: string;
  userId: string | null;
  subjectId: string | null;
  payload: Prisma.JsonValue;
  createdAt: Date;
  attempts: number;
}

/** While one process works on an event, others leave it alone for this long. */
const CLAIM_SECONDS = 60;

/** Claims the oldest waiting events. A claim that is never finished comes back by itself. */
export function claimEvents(deps: Pick<KernelDeps, "db">, limit: number): Promise<WaitingEvent[]> {
  return deps.db.$queryRaw<WaitingEvent[]>`
    UPDATE outbox_events SET attempts = attempts + 1,
           next_attempt_at = now() + make_interval(secs => ${CLAIM_SECONDS})
    WHERE id IN (
      SELECT id FROM outbox_events
      WHERE dispatched_at IS NULL AND next_attempt_at <= now()
      ORDER BY next_attempt_at, id LIMIT ${limit}
      FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, user_id AS "userId", subject_id AS "subjectId", payload,
              created_at AS "createdAt", attempts`;
}

/** These were told to everybody. */
export async function markDispatched(deps: Pick<KernelDeps, "db">, ids: bigint[]): Promise<void> {
  await deps.db.$executeRaw`
    UPDATE outbox_events SET dispatched_at = now(), last_error = NULL WHERE id = ANY(${ids}::bigint[])`;
}

/** Tries again later, at most every ten minutes. */
export async function postponeEvent(
  deps: Pick<KernelDeps, "db">,
  event: Pick<WaitingEvent, "id" | "attempts">,
  reason: string,
): Promise<void> {
  const seconds = Math.min(2 ** event.attempts, 600);
  await deps.db.$executeRaw`
    UPDATE outbox_events
    SET next_attempt_at = now() + make_interval(secs => ${seconds}), last_error = ${reason.slice(0, 500)}
    WHERE id = ${event.id}`;
}
