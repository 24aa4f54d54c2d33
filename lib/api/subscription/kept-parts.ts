import type { Notifications } from "@/lib/db/notifications";

interface Keeping {
  /** Milliseconds of real time. */
  now(): number;
  forMs: number;
}

/**
 * Keeps what many documents share, by id: read once, until the database rings for all of them or its time is over. While the line to it is down
 * everything is read anew, and so is what was being read when it rang. All of it is read together, so that the order in which
 * it is given is one order.
 */
export function keepParts<Value>(
  notifications: Notifications,
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  { now, forMs }: Keeping,
): (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>> {
  let known: ReadonlyMap<string, Value> = new Map();
  let goodUntil = 0;
  /** Grows with each bell. */
  let life = 0;
  const forget = () => {
    life += 1;
    known = new Map();
  };
  notifications.on("patchbay_subscriptions", (payload) => {
    if (payload === "*") forget();
  });
  notifications.onResync(forget);

  return async (ids) => {
    if (now() >= goodUntil) known = new Map();
    if (notifications.isConnected() && ids.every((id) => known.has(id))) return known;
    const begunIn = life;
    const begunAt = now();
    const found = await read([...new Set([...known.keys(), ...ids])]);
    if (begunIn === life && notifications.isConnected()) {
      known = found;
      goodUntil = begunAt + forMs;
    }
    return found;
  };
}
