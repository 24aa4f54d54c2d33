import type { Log } from "@/lib/domain/kernel/log";
import type { ProviderCallRecord } from "@/lib/domain/supply/ports";

/** Written this long after the first call of a batch. */
const WAIT_MS = 1_000;

/** Beyond this the oldest are forgotten: a transcript is worth less than the memory of a process under load. */
const MAX_WAITING = 2_000;

/** The same failure of the same poll is kept once in this time. */
const SAME_POLL_MS = 60_000;

export interface CallBuffer {
  /** Remembers a call. Never waits, never throws. */
  keep(this: void, call: ProviderCallRecord): void;
  /** Writes what waits. */
  flush(): Promise<void>;
}

/** Calls to suppliers on their way into the transcript: out of the way of whoever waits for a number. */
export function createCallBuffer(
  write: (calls: ProviderCallRecord[]) => Promise<void>,
  log: Pick<Log, "warn">,
): CallBuffer {
  let waiting: ProviderCallRecord[] = [];
  let timer: NodeJS.Timeout | null = null;
  const lastPolls = new Map<string, { answer: string; at: number }>();

  function isOld(call: ProviderCallRecord): boolean {
    if (!call.isPoll) return false;
    const key = `${call.providerId} ${call.action} ${call.upstreamOrderId ?? ""}`;
    const answer = `${call.outcome} ${call.response ?? ""}`;
    const last = lastPolls.get(key);
    if (last?.answer === answer && call.at.getTime() - last.at < SAME_POLL_MS) return true;
    if (lastPolls.size > MAX_WAITING) lastPolls.clear();
    lastPolls.set(key, { answer, at: call.at.getTime() });
    return false;
  }

  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const calls = waiting;
    waiting = [];
    if (calls.length === 0) return;
    await write(calls).catch((error: unknown) => {
      log.warn({ err: error, calls: calls.length }, "calls to suppliers could not be kept");
    });
  }

  return {
    keep(call) {
      if (isOld(call)) return;
      if (waiting.length >= MAX_WAITING) waiting.shift();
      waiting.push(call);
      timer ??= setTimeout(flush, WAIT_MS).unref();
    },
    flush,
  };
}
