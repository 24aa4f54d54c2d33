import { browserTimeZone } from "@/lib/format/time-zone";
import { TIME_ZONE_COOKIE } from "@/lib/http/choice-cookies";
import { rememberChoice } from "./remember-choice";

/** The first sign of a person, or of their leaving: whatever page comes next, it comes after one of these. */
const SIGNS = ["pointerdown", "keydown", "pagehide"] as const;

/**
 * Tells the server where the browser is, so that the next page has its times; a page of UTC comes only once. The first
 * question about dates makes a browser load all it knows of them, which a phone feels while a page starts: it is asked later.
 */
export function tellTimeZone(): void {
  const told = new AbortController();
  const tell = () => {
    told.abort();
    const timeZone = browserTimeZone();
    if (timeZone) rememberChoice(TIME_ZONE_COOKIE, timeZone);
  };
  const options = { capture: true, passive: true, signal: told.signal };
  for (const sign of SIGNS) window.addEventListener(sign, tell, options);
}
