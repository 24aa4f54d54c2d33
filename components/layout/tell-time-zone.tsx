"use client";

import { useEffect } from "react";
import { browserTimeZone } from "@/lib/format/time-zone";
import { TIME_ZONE_COOKIE } from "@/lib/http/choice-cookies";
import { rememberChoice } from "./remember-choice";

/** Tells the server where the browser is, so that the next page has its times; a page of UTC comes only once. */
export function TellTimeZone() {
  useEffect(() => {
    const timeZone = browserTimeZone();
    if (timeZone) rememberChoice(TIME_ZONE_COOKIE, timeZone);
  }, []);
  return null;
}
