import type { SubscriptionStatus } from "./types";

const DAY_MS = 86_400_000;

/** Connections go on this long after traffic or time ran out, so that nobody is cut off in the middle of a payment. */
export const GRACE_MS = 3_600_000;

/** The owner hears of an automatic renewal this long before. */
export const RENEWAL_NOTICE_MS = 3 * DAY_MS;

/** A renewal is tried this long before the end, so that there is time for a top-up. */
export const RENEW_BEFORE_MS = 6 * 3_600_000;

/** The old link goes on for a while after a rotation, so that other devices can be told. */
export const ROTATION_OVERLAP_MS = DAY_MS;

/** At most so many subscriptions of one person live at once. */
export const MAX_LIVE_SUBSCRIPTIONS = 20;

/** The same instant so many days later: a plan's day has 24 hours, whatever a time zone does in between. */
export const daysAfter = (instant: Date, days: number): Date => new Date(instant.getTime() + days * DAY_MS);

/** Until when connections go on that ran out of time. */
export const graceEndsAt = (endsAt: Date): Date => new Date(endsAt.getTime() + GRACE_MS);

export interface Period {
  startsAt: Date;
  endsAt: Date;
}

/** "Ends soon" is said this long before the end of a period that is long enough for it. */
const ENDS_SOON_MS = 3 * DAY_MS;

/** From when on a period "ends soon"; a short one, such as a trial's, in its last third. */
export function endsSoonFrom({ startsAt, endsAt }: Period): Date {
  const third = Math.floor((endsAt.getTime() - startsAt.getTime()) / 3);
  return new Date(endsAt.getTime() - Math.min(ENDS_SOON_MS, third));
}

/** What decides whether connections go on. */
export interface RunningTerms {
  status: SubscriptionStatus;
  expiresAt: Date;
  exhaustedAt: Date | null;
}

/** Whether more time follows the period without a gap: it runs, or its grace does, in which connections never stopped. */
export function goesOn({ status, expiresAt, exhaustedAt }: RunningTerms, now: Date): boolean {
  if (expiresAt.getTime() > now.getTime()) return true;
  return status === "ACTIVE" && exhaustedAt === null && graceEndsAt(expiresAt).getTime() > now.getTime();
}

/** More days begin at the end of a period that goes on, else now. */
export function renewedPeriod(now: Date, terms: RunningTerms, days: number): Period {
  const startsAt = goesOn(terms, now) ? terms.expiresAt : now;
  return { startsAt, endsAt: daysAfter(startsAt, days) };
}
