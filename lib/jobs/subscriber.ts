import type { Deps } from "@/lib/deps";
import type { EventKind, EventPayloads } from "@/lib/domain/kernel/events";

export interface DispatchedEvent<K extends EventKind = EventKind> {
  /** The outbox row: stable over repeats, so that a handler can be idempotent. */
  id: bigint;
  kind: K;
  userId: string | null;
  subjectId: string | null;
  payload: EventPayloads[K];
  createdAt: Date;
}

/** Somebody who wants to know. Called at least once for each event, outside any transaction. */
export interface Subscriber<K extends EventKind = EventKind> {
  name: string;
  kinds: readonly K[];
  handle(deps: Deps, event: DispatchedEvent<K>): Promise<void>;
}
