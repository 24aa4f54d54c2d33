import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { EventKind, EventPayloads } from "./events";

interface EventOf<K extends EventKind> {
  payload: EventPayloads[K];
  userId: string;
}

/** Writes many events of one kind at once; each is told like one that `writeEvent` wrote. */
export async function writeEvents<K extends EventKind>(
  tx: Tx,
  kind: K,
  events: readonly EventOf<K>[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.outboxEvent.createMany({
    data: events.map(({ payload, userId }) => ({
      kind,
      payload: payload as Prisma.InputJsonObject,
      userId,
    })),
  });
}

/**
 * Writes an event in the transaction of its change. A database trigger tells every process at commit; the dispatcher
 * hands it to the subscribers afterwards, at least once.
 */
export async function writeEvent<K extends EventKind>(
  tx: Tx,
  kind: K,
  payload: EventPayloads[K],
  to: { userId?: string | null; subjectId?: string } = {},
): Promise<void> {
  await tx.outboxEvent.createMany({
    data: [
      {
        kind,
        payload: payload as Prisma.InputJsonObject,
        userId: to.userId ?? null,
        subjectId: to.subjectId ?? null,
      },
    ],
  });
}
