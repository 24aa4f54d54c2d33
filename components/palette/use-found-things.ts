import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { apiRoutes } from "@/lib/routes";

export interface FoundThings {
  rents: {
    service: { slug: string; code: string; name: string };
    country: { iso2: string; name: string } | null;
  }[];
  orders: { id: string; number: number; service: string; phone: string | null; isOwn: boolean }[];
  users: { id: string; username: string; email: string | null }[];
}

export const NOTHING_FOUND: FoundThings = { rents: [], orders: [], users: [] };
const PAUSE_MS = 120;

/** What the server finds for the typed words, asked once the typing pauses. An answer that comes late is not shown. */
export function useFoundThings(typed: string): { found: FoundThings; isAsking: boolean } {
  const locale = useLocale();
  const [answer, setAnswer] = useState<{ to: string; found: FoundThings }>({ to: "", found: NOTHING_FOUND });
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted === "") return;
    const asking = new AbortController();
    const pause = setTimeout(() => {
      fetch(apiRoutes.search({ q: wanted, locale }), { signal: asking.signal })
        .then((response) => (response.ok ? response.json() : NOTHING_FOUND))
        .then((found: FoundThings) => setAnswer({ to: wanted, found }))
        .catch(() => {
          // Replaced by newer words, or offline: the pages are still found.
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(pause);
      asking.abort();
    };
  }, [wanted, locale]);
  if (wanted === "") return { found: NOTHING_FOUND, isAsking: false };
  return { found: answer.found, isAsking: answer.to !== wanted };
}
