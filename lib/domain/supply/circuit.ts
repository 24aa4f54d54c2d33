/** This many failures in a row and nothing is bought there for a while. */
export const FAILURES_TO_PAUSE = 3;

const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 120;

/** How long a provider rests after so many failures in a row; doubles up to two minutes. Zero: it goes on. */
export function pauseSeconds(consecutiveFailures: number): number {
  if (consecutiveFailures < FAILURES_TO_PAUSE) return 0;
  return Math.min(
    FIRST_PAUSE_SECONDS * 2 ** (consecutiveFailures - FAILURES_TO_PAUSE),
    LONGEST_PAUSE_SECONDS,
  );
}
