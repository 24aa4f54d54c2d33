import { useEffect } from "react";
import { usePageReads } from "@/components/layout/use-page-reads";
import { INVOICES_CHANGED, useLive } from "@/components/numbers/live-provider";

/** How often the page asks by itself while it waits: the news may have been lost on the way. */
const ASK_EVERY_MS = 5_000;

/** Reads the page again when something is told of invoices or withdrawals, and now and then while it is open. */
export function useMoneyLive(isOpen: boolean): void {
  const { connection } = useLive();
  const reads = usePageReads();

  useEffect(() => {
    if (connection === "signed-out" || connection === "offline") return;
    // What happened between the page's own read and the stream's first word.
    if (connection === "live" && isOpen) reads.tell();
    window.addEventListener(INVOICES_CHANGED, reads.tell);
    const timer = isOpen ? setInterval(reads.tick, ASK_EVERY_MS) : null;
    return () => {
      window.removeEventListener(INVOICES_CHANGED, reads.tell);
      if (timer) clearInterval(timer);
    };
  }, [connection, isOpen, reads]);
}
