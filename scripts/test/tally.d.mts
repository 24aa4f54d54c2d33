export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** Titles of skipped tests that CI does not allow; they count as failed. */
  unexpected: string[];
}

export function tallyVitest(report: object, ranBadly: boolean): Tally;
export function tallyPlaywright(report: object, ranBadly: boolean): Tally;
