import { useEffect, useRef } from "react";
import { INVOICES_CHANGED, useLive } from "@/components/numbers/live-provider";
import { useRouter } from "@/lib/i18n/navigation";

/** How often the page asks by itself while it waits: the news may have been lost on the way. */
const ASK_EVERY_MS = 5_000;

/** Reads the page again when something is told of invoices or withdrawals, and now and then while it is open. */
export function useMoneyLive(isOpen: boolean): void {
  const router = useRouter();
  const { connection } = useLive();
  const refresh = useRef(router.refresh);
  refresh.current = router.refresh;

  useEffect(() => {
    if (connection === "signed-out" || connection === "offline") return;
    const again = () => refresh.current();
    // What happened between the page's own read and the stream's first word.
    if (connection === "live" && isOpen) again();
    window.addEventListener(INVOICES_CHANGED, again);
    const timer = isOpen ? setInterval(again, ASK_EVERY_MS) : null;
    return () => {
      window.removeEventListener(INVOICES_CHANGED, again);
      if (timer) clearInterval(timer);
    };
  }, [connection, isOpen]);
}
