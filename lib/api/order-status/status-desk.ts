import type { Deps } from "@/lib/deps";
import { type PollState, readPollStates } from "@/lib/domain/numbers/queries/poll-states";
import { gathered } from "../subscription/gathered";
import { keepStates } from "./kept-states";

const GATHERING = { questions: 2, keysEach: 128 };

/** Who asks: states of others, and of the other mode's orders, are answered like missing ones. */
export interface PollingKey {
  userId: string;
  isSandbox: boolean;
}

export interface StatusDesk {
  /** Whether the order's state is in memory, and what it is for this key; undefined: it must be read. */
  known(key: PollingKey, number: number): PollState | null | undefined;
  /** From memory, else from one question for many. Null when it is missing or not this key's. */
  read(key: PollingKey, number: number): Promise<PollState | null>;
  count(): number;
}

function seenBy(key: PollingKey, state: PollState): PollState | null {
  return state.userId === key.userId && state.isSandbox === key.isSandbox ? state : null;
}

/** Order states for the polls of all doors, remembered while they are true. */
export function openStatusDesk(deps: Pick<Deps, "db" | "cipher" | "notifications">): StatusDesk {
  const kept = keepStates(deps.notifications);
  const ask = gathered(async (numbers: string[]) => {
    const reading = kept.begin();
    try {
      const found = await readPollStates(deps, numbers.map(Number));
      kept.keep(reading, found.values());
      return new Map([...found].map(([number, state]) => [String(number), state] as const));
    } finally {
      kept.drop(reading);
    }
  }, GATHERING);

  function known(key: PollingKey, number: number): PollState | null | undefined {
    const state = kept.find(number);
    return state ? seenBy(key, state) : undefined;
  }

  return {
    known,
    async read(key, number) {
      const remembered = known(key, number);
      if (remembered !== undefined) return remembered;
      const state = await ask(String(number));
      if (!state || !seenBy(key, state)) return null;
      // One text for both: comparing a text with itself needs no look at its letters.
      state.userId = key.userId;
      return state;
    },
    count: kept.size,
  };
}
