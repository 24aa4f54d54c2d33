import { API_SECURITY_HEADERS } from "@/lib/http/security-headers";

/** Secret links are kept by the app alone, passed on to nobody, and found by no search. */
export const SUBSCRIPTION_HEADERS: readonly (readonly [string, string])[] = [
  ["cache-control", "private, no-cache"],
  ["referrer-policy", "no-referrer"],
  ["x-robots-tag", "noindex"],
];

const VARY = ["vary", "user-agent, accept"] as const;
/** Of a name that comes twice the last counts, as at the API app. */
const ALWAYS = [...new Map([...API_SECURITY_HEADERS, ...SUBSCRIPTION_HEADERS, VARY])].flat();

interface Told {
  etag: string;
  contentType: string;
  /** Bytes. */
  length: number;
  /** What is used and until when, and how the app shows it. */
  facts: Record<string, string>;
}

export interface DocumentHeaders {
  /** Names and values in turn: with the document. */
  headers: readonly string[];
  /** To who has it already: that it is the same, and what else changes from day to day (RFC 9110, 15.4.5). */
  sameHeaders: readonly string[];
}

/** Both lists as they are sent, but for the request's id: made once, when the document is. */
export function documentHeaders({ etag, contentType, length, facts }: Told): DocumentHeaders {
  const told = Object.entries(facts).flat();
  return {
    headers: [
      ...ALWAYS,
      ...told,
      "etag",
      etag,
      "content-type",
      contentType,
      "content-length",
      String(length),
    ],
    sameHeaders: ["cache-control", "private, no-cache", ...VARY, ...told, "etag", etag],
  };
}

/** Whether one of the tags that a client names is this one; a weak one is as good. */
export function isSameDocument(known: string | undefined, etag: string): boolean {
  if (!known) return false;
  if (known === etag) return true;
  return known.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}
