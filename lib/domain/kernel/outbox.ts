import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { EventKind, EventPayloads } from "./events";

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
