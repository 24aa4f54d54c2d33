import { useDeferredValue } from "react";

/** More than a screen holds. */
const FIRST_ROWS = 14;

/** How many rows of a long list to draw: at first what a screen shows, the rest when the browser has time for it. */
export function useRowsInSteps(): number {
  return useDeferredValue(Number.POSITIVE_INFINITY, FIRST_ROWS);
}
