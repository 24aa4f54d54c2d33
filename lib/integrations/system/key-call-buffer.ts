import type { KeyCalls, KeyDoor } from "@/lib/domain/api-keys/types";
import type { Clock } from "@/lib/domain/kernel/clock";
import type { Log } from "@/lib/domain/kernel/log";

/** Written this long after the first call of a batch: ten thousand keys that poll are a thousand rows a second. */
const WAIT_MS = 10_000;
const HOUR_MS = 3_600_000;
/** So many keys and doors in one batch: beyond it a batch is written at once. */
const MOST_ROWS = 20_000;

/** One answered call of a key. */
export interface KeyCall {
  apiKeyId: string;
  door: KeyDoor;
  /** As HTTP says it. */
  status: number;
  ms: number;
}

export interface KeyCallBuffer {
  /** Adds a call up. Never waits, never throws. */
  count(this: void, call: KeyCall): void;
  /** Writes what waits. */
  flush(): Promise<void>;
}

function emptyRow({ apiKeyId, door }: KeyCall, hour: Date): KeyCalls {
  const nothing = { calls: 0, errors: 0, refused: 0, latencyMs: 0 };
  return {
    apiKeyId,
    door,
    hour,
    lastAt: hour,
    ...nothing,
    within10: 0,
    within50: 0,
    within200: 0,
    within1000: 0,
  };
}

function add(row: KeyCalls, { status, ms }: KeyCall, at: Date): void {
  row.calls += 1;
  row.lastAt = at;
  row.latencyMs += Math.max(0, Math.round(ms));
  if (status === 429 || status === 403) row.refused += 1;
  else if (status >= 400) row.errors += 1;
  if (ms <= 10) row.within10 += 1;
  else if (ms <= 50) row.within50 += 1;
  else if (ms <= 200) row.within200 += 1;
  else if (ms <= 1_000) row.within1000 += 1;
}

/** Calls of keys, added up in memory and written in batches: no call waits for its statistics. */
export function createKeyCallBuffer(
  write: (rows: KeyCalls[]) => Promise<void>,
  { clock, log }: { clock: Pick<Clock, "securityNow">; log: Pick<Log, "warn"> },
): KeyCallBuffer {
  let waiting: KeyCalls[] = [];
  /** The rows of this hour by door and key: looked up with every call, so without making a text of both. */
  let places = new Map<KeyDoor, Map<string, KeyCalls>>();
  let placesHour = 0;
  let timer: NodeJS.Timeout | null = null;

  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const rows = waiting;
    waiting = [];
    places = new Map();
    if (rows.length === 0) return;
    await write(rows).catch((error: unknown) => {
      log.warn({ err: error, rows: rows.length }, "calls of keys could not be counted");
    });
  }

  function rowOf(call: KeyCall, hour: number): KeyCalls {
    if (hour !== placesHour) places = new Map();
    placesHour = hour;
    const keys = places.get(call.door) ?? new Map<string, KeyCalls>();
    if (keys.size === 0) places.set(call.door, keys);
    const known = keys.get(call.apiKeyId);
    if (known) return known;
    const row = emptyRow(call, new Date(hour));
    keys.set(call.apiKeyId, row);
    waiting.push(row);
    return row;
  }

  return {
    count(call) {
      const at = clock.securityNow();
      const hour = Math.floor(at.getTime() / HOUR_MS) * HOUR_MS;
      add(rowOf(call, hour), call, at);
      if (waiting.length >= MOST_ROWS) void flush();
      else timer ??= setTimeout(flush, WAIT_MS).unref();
    },
    flush,
  };
}
