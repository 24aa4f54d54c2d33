import { useEffect } from "react";
import { usePageReads } from "@/components/layout/use-page-reads";
import { PRICES_CHANGED } from "./live-provider";

const FRESH_MS = 30_000;
/** Many prices may change at once, and many pages may be open: they do not all ask in the same moment. */
const SPREAD_MS = 1_500;

/** Reads the page's prices and stock anew every half minute while somebody looks at it, and when a price changed. */
export function useFreshPage(): void {
  const reads = usePageReads();
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      if (document.visibilityState === "visible") reads.tell();
    };
    const readSoon = () => {
      clearTimeout(soon);
      soon = setTimeout(read, Math.random() * SPREAD_MS);
    };
    const timer = setInterval(read, FRESH_MS);
    window.addEventListener(PRICES_CHANGED, readSoon);
    return () => {
      clearInterval(timer);
      clearTimeout(soon);
      window.removeEventListener(PRICES_CHANGED, readSoon);
    };
  }, [reads]);
}
