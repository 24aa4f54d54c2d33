import type { Clock } from "@/lib/domain/kernel/clock";

/** Real time plus the offset of business time, which notifications keep fresh. */
export interface MovableClock extends Clock {
  setOffsetSeconds(seconds: number): void;
}

export function createClock(): MovableClock {
  let offsetMs = 0;
  return {
    now: () => new Date(Date.now() + offsetMs),
    securityNow: () => new Date(),
    setOffsetSeconds(seconds) {
      offsetMs = seconds * 1000;
    },
  };
}
