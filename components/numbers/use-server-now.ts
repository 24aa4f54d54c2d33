"use client";

import { useEffect, useState } from "react";
import { useLive } from "./live-provider";

/** Business time, ticking once a second, corrected by what the server says. Null until the browser has taken over. */
export function useServerNow(): number | null {
  const { state } = useLive();
  const [now, setNow] = useState<number | null>(null);
  const { skewMs } = state;
  useEffect(() => {
    const tick = () => setNow(Date.now() + skewMs);
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [skewMs]);
  return now;
}

/** Whole seconds until `deadline`, never negative. Null while unknown. */
export function secondsUntil(deadline: string | null, now: number | null): number | null {
  if (deadline === null || now === null) return null;
  return Math.max(0, Math.ceil((new Date(deadline).getTime() - now) / 1_000));
}
