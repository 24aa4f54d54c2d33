import type { Clock } from "@/lib/domain/kernel/clock";
import type { Log } from "@/lib/domain/kernel/log";
import type { LinkRead } from "@/lib/domain/vpn/types";

/** Written this long after the first read of a batch. */
const WAIT_MS = 10_000;
const MOST_ROWS = 5_000;
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
  write: (reads: LinkRead[]) => Promise<void>,
  { clock, log }: { clock: Pick<Clock, "now">; log: Pick<Log, "warn"> },
): LinkReadBuffer {
  let waiting = new Map<string, { userAgent: string; at: Date }>();
  let timer: NodeJS.Timeout | null = null;

  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const reads = [...waiting].map(([subscriptionId, { userAgent, at }]) => ({
      subscriptionId,
      at,
      client: nameOf(userAgent),
    }));
    waiting = new Map();
    if (reads.length === 0) return;
    await write(reads).catch((error: unknown) => {
      log.warn({ err: error, rows: reads.length }, "reads of secret links could not be noted");
    });
  }

  return {
    note(subscriptionId, userAgent) {
      const known = waiting.get(subscriptionId);
      // A second read within the batch changes only who it was: the time is the batch's to within seconds.
      if (known) known.userAgent = userAgent;
      else waiting.set(subscriptionId, { userAgent, at: clock.now() });
      if (waiting.size >= MOST_ROWS) void flush();
      else timer ??= setTimeout(flush, WAIT_MS).unref();
    },
    flush,
  };
}
