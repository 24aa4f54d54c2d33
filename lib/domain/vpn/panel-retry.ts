import type { PanelError } from "./types";

const FIRST_MS = 5_000;
const MOST_MS = 15 * 60_000;
/** What a person has to mend is asked again seldom. */
const PERMANENT_MS = 30 * 60_000;

/** When a panel is asked again after a refusal: its own word first, then doubling pauses. `attempts` counts from 1. */
export function retryAfterMs(error: PanelError, attempts: number): number {
  if (error.retryAfterSeconds !== undefined) return error.retryAfterSeconds * 1000;
  if (error.kind === "validation" || error.kind === "auth") return PERMANENT_MS;
  return Math.min(FIRST_MS * 2 ** Math.min(attempts - 1, 10), MOST_MS);
}

/** After so many failures in a row a panel is left alone for a while, and its locations say so. */
export const OPEN_AFTER_FAILURES = 5;
export const OPEN_FOR_MS = 30_000;

/** Another process that takes the same account in this time would ask the panel twice: harmless, but waste. */
export const CLAIM_MS = 60_000;
