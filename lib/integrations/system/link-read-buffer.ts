import type { Clock } from "@/lib/domain/kernel/clock";
import type { Log } from "@/lib/domain/kernel/log";
import type { LinkRead } from "@/lib/domain/vpn/types";

/** A batch this often, and no larger: when everybody asks at once, answers and not their notes have the database. */
const WAIT_MS = 10_000;
const BATCH = 2_000;
/** What comes while so many wait is noted the next time. */
const MOST_WAITING = 50_000;
/** Names of apps are short; who sends more is no app. */
const LONGEST_CLIENT = 120;

export interface LinkReadBuffer {
  /** Notes that a link was read. Never waits, never throws. `userAgent`: as the app says it. */
  note(this: void, subscriptionId: string, userAgent: string): void;
  /** Writes what waits. */
  flush(): Promise<void>;
}

/** Control characters are no part of a name, and the database takes no NUL. */
const nameOf = (userAgent: string) => userAgent.replace(/\p{Cc}/gu, "").slice(0, LONGEST_CLIENT);

/** The last read of each link, kept in memory and written in batches: no answer waits for it. */
export function createLinkReadBuffer(
  save: (reads: LinkRead[]) => Promise<void>,
  { clock, log }: { clock: Pick<Clock, "now">; log: Pick<Log, "warn"> },
): LinkReadBuffer {
  const waiting = new Map<string, { userAgent: string; at: Date }>();
  let timer: NodeJS.Timeout | null = null;

  function take(most: number): LinkRead[] {
    const reads: LinkRead[] = [];
    for (const [subscriptionId, { userAgent, at }] of waiting) {
      if (reads.length >= most) break;
      waiting.delete(subscriptionId);
      reads.push({ subscriptionId, at, client: nameOf(userAgent) });
    }
    return reads;
  }

  async function write(most: number): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const reads = take(most);
    if (reads.length === 0) return;
    if (waiting.size > 0) schedule();
    await save(reads).catch((error: unknown) => {
      log.warn({ err: error, rows: reads.length }, "reads of secret links could not be noted");
    });
  }

  function schedule(): void {
    timer ??= setTimeout(() => void write(BATCH), WAIT_MS).unref();
  }

  return {
    note(subscriptionId, userAgent) {
      const known = waiting.get(subscriptionId);
      // A second read within the batch changes only who it was: the time is the batch's to within seconds.
      if (known) known.userAgent = userAgent;
      else if (waiting.size < MOST_WAITING) waiting.set(subscriptionId, { userAgent, at: clock.now() });
      schedule();
    },
    flush: () => write(Number.POSITIVE_INFINITY),
  };
}
