/** Somebody who has verified nothing yet may rent this many numbers a day (UTC, business time). */
export const UNVERIFIED_DAILY_NUMBERS = 3;

/** How long a purchase at a supplier may stay unknown before its list of active numbers decides. */
export const RESOLVE_AFTER_SECONDS = 60;

/** Own stock answers at once: what is still being connected after this long was dropped by a process that died. */
export const OWN_RESOLVE_AFTER_SECONDS = 10;

/** An unknown purchase is failed after its absence in this many reads of the supplier's list. */
export const READS_BEFORE_FAILED = 2;

/** A claim to close may be taken over when it is this old. */
export const TAKE_OVER_AFTER_SECONDS = 10;

/** A customer's cancel is refunded when the supplier has been silent for this long. */
export const CANCEL_REFUND_AFTER_SECONDS = 30;

/** At the end of a window the supplier has this long to answer before the refund. */
export const EXPIRY_ANSWER_MS = 2_000;

/** How long a sweep goes on asking suppliers before it refunds first and asks later. */
export const SWEEP_ASKING_MS = 2_500;

/** A customer who cancels waits this long for the supplier's answer, then sees "Cancelling". */
export const CANCEL_ANSWER_MS = 4_000;

/** What the supplier never answered about is asked about for this long. */
export const WATCH_SECONDS = 3_600;

/** An SMS this long after the end of an order still belongs to it, sealed. */
export const LATE_SECONDS = 86_400;

/** The hold outlives the order by this much before anybody is alarmed. */
export const HOLD_ALERT_SECONDS = 900;
