/**
 * How often something may be tried. After `free` tries inside the window each further try has to wait, first
 * `firstDelaySeconds`, then twice as long each time, up to `maxDelaySeconds`. Tries while waiting are refused and count
 * for nothing, so nobody can make the wait of somebody else longer by hammering.
 */
export interface ThrottleRule {
  free: number;
  windowSeconds: number;
  firstDelaySeconds: number;
  maxDelaySeconds: number;
}

const MINUTES = 60;

export const THROTTLES = {
  /** Wrong passwords of one account. An address that signed in to it in the last 30 days is counted apart, so that a stranger cannot lock the owner out. */
  account: { free: 5, windowSeconds: 15 * MINUTES, firstDelaySeconds: 30, maxDelaySeconds: 15 * MINUTES },
  /** Wrong passwords from one network (/24 or /64), whatever the account. */
  network: { free: 50, windowSeconds: 15 * MINUTES, firstDelaySeconds: 5, maxDelaySeconds: 5 * MINUTES },
  /** Mails that somebody can make us send to one person. */
  mail: {
    free: 3,
    windowSeconds: 60 * MINUTES,
    firstDelaySeconds: 20 * MINUTES,
    maxDelaySeconds: 60 * MINUTES,
  },
} as const satisfies Record<string, ThrottleRule>;

export type ThrottleName = keyof typeof THROTTLES;
