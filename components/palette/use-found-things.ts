import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { apiRoutes } from "@/lib/routes";

export interface FoundThings {
  rents: {
    service: { slug: string; code: string; name: string };
    country: { iso2: string; name: string } | null;
  }[];
  orders: { id: string; number: number; service: string; phone: string | null; isOwn: boolean }[];
  /** Of the catalogue, for staff. */
  entries: { kind: "country" | "service"; id: string; code: string; name: string }[];
  users: { id: string; username: string; email: string | null }[];
}

const NOTHING_FOUND: FoundThings = { rents: [], orders: [], users: [], entries: [] };
const PAUSE_MS = 120;
const FRESH_MS = 30_000;

/** The words, once the typing pauses. */
function usePaused(words: string): string {
  const [paused, setPaused] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return paused;
}

async function findThings(q: string, locale: string, signal: AbortSignal): Promise<FoundThings> {
  const answer = await fetch(apiRoutes.search({ q, locale }), { signal });
  // Signed out, offline or too often: the pages are still found.
  return answer.ok ? answer.json() : NOTHING_FOUND;
}

/** What the server finds for the typed words. While newer words are asked about, the older answer stays. */
export function useFoundThings(typed: string): { found: FoundThings; isAsking: boolean } {
  const locale = useLocale();
  const wanted = typed.trim();
  const paused = usePaused(wanted);
  const { data, isFetching } = useQuery({
    queryKey: ["palette", locale, paused],
    queryFn: ({ signal }) => findThings(paused, locale, signal),
    enabled: paused !== "",
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
    retry: false,
  });
  if (wanted === "") return { found: NOTHING_FOUND, isAsking: false };
  return { found: data ?? NOTHING_FOUND, isAsking: isFetching || paused !== wanted };
}
