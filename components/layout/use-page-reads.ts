import { useEffect, useRef, useState, useTransition } from "react";
import { useRouter } from "@/lib/i18n/navigation";
import { type PageReads, pageReads } from "./page-reads";

/** Reads the open page again, one read at a time. The same object for as long as the component lives. */
export function usePageReads(): PageReads {
  const router = useRouter();
  const refresh = useRef(router.refresh);
  refresh.current = router.refresh;
  const [isReading, startReading] = useTransition();
  const [reads] = useState(() => pageReads(() => startReading(() => refresh.current())));
  useEffect(() => {
    if (!isReading) reads.ended();
  }, [isReading, reads]);
  return reads;
}
