import type { KeptReadings } from "@/lib/domain/kernel/kept-readings";

/** In memory; one for a process. A failure is not kept: the next visitor asks again. */
export function createKeptReadings(): KeptReadings {
  const kept = new Map<string, { readAt: number; value: Promise<unknown> }>();
  return {
    read<T>(key: string, keptMs: number, read: () => Promise<T>) {
      const last = kept.get(key);
      // A key always holds what its own reader gave.
      if (last && performance.now() - last.readAt < keptMs) return last.value as Promise<T>;
      const value = read();
      kept.set(key, { readAt: performance.now(), value });
      value.catch(() => kept.delete(key));
      return value;
    },
  };
}
