"use client";

import { useEffect, useRef } from "react";
import { useRouter } from "@/lib/i18n/navigation";

const ASK_EVERY_MS = 4_000;

/** Reads the page again now and then while its locations are being told. */
export function SubscriptionLive({ isWaiting }: { isWaiting: boolean }) {
  const router = useRouter();
  const refresh = useRef(router.refresh);
  refresh.current = router.refresh;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") refresh.current();
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return null;
}
