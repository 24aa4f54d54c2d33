import type { Notifications } from "@/lib/db/notifications";
import type { PollState } from "@/lib/domain/numbers/queries/poll-states";

/** Taken before the database is read: what changes after that must not be kept as it was read. */
export interface Reading {
  changed: Set<number>;
  isSpoilt: boolean;
}

export interface KeptStates {
  find(number: number): PollState | null;
  begin(): Reading;
  /** Keeps what was read, but for what changed meanwhile. Ends the reading. */
  keep(reading: Reading, states: Iterable<PollState>): void;
  /** Ends a reading of which nothing is kept. */
  drop(reading: Reading): void;
  size(): number;
}

/** Orders a process remembers: about 50 MB. */
const MAX_ORDERS = 250_000;

/**
 * What polls are answered, by order number. The database tells every process which orders changed; while the line to it is
 * down nothing is answered from here, and after that everything is read again. What was read longest ago goes first.
 */
export function keepStates(notifications: Notifications, maxOrders = MAX_ORDERS): KeptStates {
  const states = new Map<number, PollState>();
  const readings = new Set<Reading>();

  notifications.on("patchbay_orders", (payload) => {
    const number = Number(payload);
    states.delete(number);
    for (const reading of readings) reading.changed.add(number);
  });
  notifications.onResync(() => {
    states.clear();
    for (const reading of readings) reading.isSpoilt = true;
  });

  return {
    find(number) {
      const state = states.get(number);
      return state && notifications.isConnected() ? state : null;
    },
    begin() {
      const reading: Reading = { changed: new Set(), isSpoilt: !notifications.isConnected() };
      readings.add(reading);
      return reading;
    },
    keep(reading, found) {
      readings.delete(reading);
      if (reading.isSpoilt) return;
      for (const state of found) {
        if (reading.changed.has(state.number)) continue;
        states.delete(state.number);
        states.set(state.number, state);
      }
      for (const oldest of states.keys()) {
        if (states.size <= maxOrders) break;
        states.delete(oldest);
      }
    },
    drop: (reading) => void readings.delete(reading),
    size: () => states.size,
  };
}
