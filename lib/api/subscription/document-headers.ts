/** Secret links are kept by the app alone, passed on to nobody, and found by no search. */
export const SUBSCRIPTION_HEADERS: readonly (readonly [string, string])[] = [
  ["cache-control", "private, no-cache"],
  ["referrer-policy", "no-referrer"],
  ["x-robots-tag", "noindex"],
];

/** Whether one of the tags that a client names is this one; a weak one is as good. */
export function isSameDocument(known: string | undefined, etag: string): boolean {
  if (!known) return false;
  if (known === etag) return true;
  return known.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}
