import type { Notifications } from "@/lib/db/notifications";
import type { KeyRecord } from "@/lib/domain/api-keys/types";

/** Taken before the database is read: a key that changes after that must not be kept as it was read. */
export interface Reading {
  changed: Set<string>;
  isSpoilt: boolean;
}

export interface KeptRecords {
  /** `now`: milliseconds of real time. */
  find(digest: string, now: number): KeyRecord | null;
  begin(): Reading;
  keep(reading: Reading, record: KeyRecord, now: number): void;
  drop(reading: Reading): void;
  size(): number;
}

const MOST_KEYS = 50_000;
/** A lost line to the database is noticed within seconds and empties the memory; this only ends what nobody thought of. */
const KEPT_FOR_MS = 600_000;

/**
 * Keys as they were read. The database tells every process which changed; while the line to it is down nothing is answered
 * from here, and after that everything is read again. What was used longest ago goes first. Unknown keys are never kept.
 */
export function keepRecords(notifications: Notifications, most = MOST_KEYS): KeptRecords {
  const records = new Map<string, { record: KeyRecord; goodUntil: number }>();
  const readings = new Set<Reading>();

  function clear(): void {
    records.clear();
    for (const reading of readings) reading.isSpoilt = true;
  }

  notifications.on("patchbay_api_keys", (payload) => {
    for (const digest of payload.split(",")) {
      records.delete(digest);
      for (const reading of readings) reading.changed.add(digest);
    }
  });
  notifications.onResync(clear);

  return {
    find(digest, now) {
      const kept = records.get(digest);
      if (!kept || !notifications.isConnected()) return null;
      if (kept.goodUntil <= now) {
        records.delete(digest);
        return null;
      }
      // Which was used longest ago matters only when the room grows short.
      if (records.size > most / 2) {
        records.delete(digest);
        records.set(digest, kept);
      }
      return kept.record;
    },
    begin() {
      const reading: Reading = { changed: new Set(), isSpoilt: !notifications.isConnected() };
      readings.add(reading);
      return reading;
    },
    keep(reading, record, now) {
      if (reading.isSpoilt || reading.changed.has(record.digest)) return;
      records.delete(record.digest);
      records.set(record.digest, { record, goodUntil: now + KEPT_FOR_MS });
      for (const oldest of records.keys()) {
        if (records.size <= most) break;
        records.delete(oldest);
      }
    },
    drop: (reading) => void readings.delete(reading),
    size: () => records.size,
  };
}
