import type { WebhookFormat } from "./types";

const MINUTE = 60;
const HOUR = 3_600;

/** Seconds before each try after the first, as Standard Webhooks suggests: ten tries over 75 hours. */
const STANDARD = [
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** SMS-Activate repeats up to eight times within two hours. */
const SMS_ACTIVATE = [30, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR] as const;

const SCHEDULES: Record<WebhookFormat, readonly number[]> = { STANDARD, SMS_ACTIVATE };

/** Up to this much is added, so that what failed together does not come back together. */
const JITTER = 0.1;
/** A receiver may ask for more patience, but not for more than this. */
const LONGEST_RETRY_AFTER = 24 * HOUR;

/**
 * Seconds until the next try after `made` tries, or null when there is none. `random` is 0 to 1; `retryAfterSeconds`
 * is what the receiver asked for.
 */
export function secondsUntilNextTry(
  format: WebhookFormat,
  made: number,
  random: number,
  retryAfterSeconds: number | null = null,
): number | null {
  const pause = SCHEDULES[format][made - 1];
  if (pause === undefined) return null;
  const asked = Math.min(Math.max(retryAfterSeconds ?? 0, 0), LONGEST_RETRY_AFTER);
  return Math.max(pause * (1 + JITTER * random), asked);
}

/** How many tries a format makes in all. */
export function triesOf(format: WebhookFormat): number {
  return SCHEDULES[format].length + 1;
}

/** When somebody whose endpoint fails without a single success is warned, and when we stop (seconds). */
export const WARN_AFTER = [24 * HOUR, 48 * HOUR] as const;
export const DISABLE_AFTER = 72 * HOUR;

export type FailingStep = { kind: "none" } | { kind: "warn"; warnings: number } | { kind: "disable" };

/** What a further failure means to an endpoint that has failed for that long and was warned that often. */
export function stepOfFailing(failingForSeconds: number, warnings: number): FailingStep {
  if (failingForSeconds >= DISABLE_AFTER) return { kind: "disable" };
  const due = WARN_AFTER.filter((after) => failingForSeconds >= after).length;
  return due > warnings ? { kind: "warn", warnings: due } : { kind: "none" };
}
