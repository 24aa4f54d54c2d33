import type { TakenVerdict } from "./limits";

const WINDOW_MS = 60_000;
/** Windows that are over are thrown away when there are this many more. */
const SWEEP_EVERY = 10_000;

interface Window {
  taken: number;
  endsAt: number;
}

/** Counts in this process alone, at once: each key's window begins with its first call and lasts a minute. */
export function minuteWindows(now: () => number): (key: string, limit: number) => TakenVerdict {
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
      window = { taken: 0, endsAt: at + WINDOW_MS };
      windows.set(key, window);
    } else if (window.endsAt <= at) {
      window.taken = 0;
      window.endsAt = at + WINDOW_MS;
    }
    window.taken += 1;
    return {
      allowed: window.taken <= limit,
      remaining: Math.max(0, limit - window.taken),
      resetSeconds: Math.max(1, Math.ceil((window.endsAt - at) / 1_000)),
    };
  };
}
