/**
 * Two clocks. Business time (orders, holds, quotas) is the database's app_now(): real time plus an offset that
 * only demo and tests may set. Security time (sessions, tokens, signatures, rate limits) is real and never moves.
 */
export interface Clock {
  /** Business time as this process knows it (offset kept fresh by notifications). Deadlines are compared in the database instead. */
  now(): Date;
  /** Real time. */
  securityNow(): Date;
}
