"use client";

import { useEffect, useState } from "react";
import { isMissingScript, mayReadAnew, RELOADED_KEY } from "./missing-script";

/** Remembered before the page goes: where nothing can be remembered, the page could be read anew for ever. */
function remember(): boolean {
  try {
    const now = Date.now();
    if (!mayReadAnew(sessionStorage.getItem(RELOADED_KEY), now)) return false;
    sessionStorage.setItem(RELOADED_KEY, String(now));
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads the page anew, once, when it failed for a script that an update has taken away. True while the new page is on
 * its way; else the failure is to be told. Without a network nothing better would come.
 */
export function useReloadOnce(error: Error): boolean {
  const [isComing, setComing] = useState(() => isMissingScript(error) && navigator.onLine);
  useEffect(() => {
    if (!isComing) return;
    if (remember()) window.location.reload();
    else setComing(false);
  }, [isComing]);
  return isComing;
}
