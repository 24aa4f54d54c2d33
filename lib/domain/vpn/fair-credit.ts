export interface RunningPeriod {
  paidMicros: bigint;
  startsAt: Date;
  endsAt: Date;
  /** Null means unlimited. */
  trafficBytes: bigint | null;
  usedBytes: bigint;
}

const WHOLE = 1_000_000n;

const share = (left: bigint, all: bigint): bigint => {
  if (all <= 0n || left <= 0n) return 0n;
  return left >= all ? WHOLE : (left * WHOLE) / all;
};

/**
 * What is left of a period when somebody changes to another plan, in micro-units: the smaller of the time and the traffic
 * that are left, as a share of what was paid, rounded down to cents. Never more than was paid.
 */
export function fairCreditMicros(period: RunningPeriod, now: Date): bigint {
  const time = share(
    BigInt(period.endsAt.getTime() - now.getTime()),
    BigInt(period.endsAt.getTime() - period.startsAt.getTime()),
  );
  const traffic =
    period.trafficBytes === null ? WHOLE : share(period.trafficBytes - period.usedBytes, period.trafficBytes);
  const left = time < traffic ? time : traffic;
  const credit = (period.paidMicros * left) / WHOLE;
  return credit - (credit % 10_000n);
}
