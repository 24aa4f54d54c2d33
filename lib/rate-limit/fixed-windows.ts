import type { TakenVerdict } from "./limits";

/** Windows that are over are thrown away when there are this many more. */
const SWEEP_EVERY = 10_000;

interface Window {
  taken: number;
  endsAt: number;
}

/** Counts in this process alone, at once: each key's window begins with its first call and lasts so many seconds. */
export function fixedWindows(
  now: () => number,
  seconds: number,
): (key: string, limit: number) => TakenVerdict {
  const lengthMs = seconds * 1_000;
  const windows = new Map<string, Window>();
  let sweepAt = SWEEP_EVERY;

  function sweep(at: number): void {
    for (const [key, { endsAt }] of windows) if (endsAt <= at) windows.delete(key);
    sweepAt = windows.size + SWEEP_EVERY;
  }

  return (key, limit) => {
    const at = now();
    let window = windows.get(key);
    if (!window) {
      if (windows.size >= sweepAt) sweep(at);
      window = { taken: 0, endsAt: at + lengthMs };
      windows.set(key, window);
    } else if (window.endsAt <= at) {
      window.taken = 0;
      window.endsAt = at + lengthMs;
    }
    window.taken += 1;
    return {
      allowed: window.taken <= limit,
      remaining: Math.max(0, limit - window.taken),
      resetSeconds: Math.max(1, Math.ceil((window.endsAt - at) / 1_000)),
    };
  };
}
