import { z } from "zod";
import type { Notifications } from "@/lib/db/notifications";
import type { Lifecycle } from "@/lib/lifecycle";

const notice = z.object({
  id: z.string(),
  kind: z.string(),
  userId: z.string().nullable(),
  subjectId: z.string().nullable(),
});

/** One event as the database announced it; the outbox row holds the rest. */
export type Notice = z.infer<typeof notice>;

/** An open tab (or any other live listener) of one person. */
export interface StreamListener {
  userId: string;
  sessionId: string | null;
  onNotice(notice: Notice): void;
  /** Somewhere prices changed: whoever shows some reads them again. */
  onPricesChanged(): void;
  /** Something may have been missed: read again. */
  onResync(): void;
  /** The session ended, here or on another device: coming again is of no use. */
  onSignedOut(): void;
  /** The process goes: come again. */
  onEnd(): void;
}

export interface Streams {
  open(listener: StreamListener): () => void;
  count(): number;
}

/** News for every open page, whoever looks. */
const PRICE_KINDS: ReadonlySet<string> = new Set(["price.changed", "prices.changed"]);

/** Hands each event of the database to the open streams of the person whom it concerns. */
export function createStreams({
  notifications,
  lifecycle,
}: {
  notifications: Notifications;
  lifecycle: Lifecycle;
}): Streams {
  const byUser = new Map<string, Set<StreamListener>>();
  let listening = false;
  let count = 0;

  function signOut(listeners: Iterable<StreamListener>): void {
    for (const listener of [...listeners]) listener.onSignedOut();
  }

  function everyone(): StreamListener[] {
    return [...byUser.values()].flatMap((listeners) => [...listeners]);
  }

  function receive(payload: string): void {
    const parsed = notice.safeParse(JSON.parse(payload));
    if (!parsed.success) return;
    if (PRICE_KINDS.has(parsed.data.kind)) {
      for (const listener of everyone()) listener.onPricesChanged();
      return;
    }
    if (parsed.data.userId === null) return;
    const listeners = byUser.get(parsed.data.userId);
    if (!listeners) return;
    const { kind, subjectId } = parsed.data;
    if (kind === "user.suspended") return signOut(listeners);
    if (kind === "session.revoked") {
      return signOut([...listeners].filter((listener) => listener.sessionId === subjectId));
    }
    for (const listener of listeners) listener.onNotice(parsed.data);
  }

  function listen(): void {
    if (listening) return;
    listening = true;
    notifications.on("patchbay_events", receive);
    notifications.onResync(() => {
      for (const listener of everyone()) listener.onResync();
    });
    lifecycle.onStop(() => {
      for (const listener of everyone()) listener.onEnd();
    });
  }

  return {
    open(listener) {
      listen();
      const listeners = byUser.get(listener.userId) ?? new Set();
      byUser.set(listener.userId, listeners);
      listeners.add(listener);
      count += 1;
      return () => {
        if (!listeners.delete(listener)) return;
        count -= 1;
        if (listeners.size === 0) byUser.delete(listener.userId);
      };
    },
    count: () => count,
  };
}
