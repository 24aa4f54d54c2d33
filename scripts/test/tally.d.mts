/** A test that passed only when it was tried again. */
export interface Retried {
  title: string;
  /** What went wrong at the first try, in one line. */
  reason: string;
}

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** Titles of skipped tests that CI does not allow; they count as failed. */
  unexpected: string[];
  retried: Retried[];
}

export function tallyVitest(report: object, ranBadly: boolean): Tally;
export function tallyPlaywright(report: object, ranBadly: boolean): Tally;
