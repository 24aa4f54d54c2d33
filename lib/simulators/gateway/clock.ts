/** Two times: business time for what expires, real time for signatures. */
export interface SimulatedClock {
  /** Set by the product's clock in the demo, by tests elsewhere. */
  offsetSeconds: number;
  /** Milliseconds of business time. */
  now(): number;
  /** Milliseconds of real time. */
  realNow(): number;
}

export function createSimulatedClock(realNow: () => number = Date.now): SimulatedClock {
  return {
    offsetSeconds: 0,
    now() {
      return realNow() + this.offsetSeconds * 1_000;
    },
    realNow,
  };
}
