import { wellFormed } from "./well-formed";

/** What stands for itself (RFC 3986): keys, UUIDs and most host names, of which a list of links has hundreds. */
const UNRESERVED = /^[A-Za-z0-9._~-]*$/;

/**
 * encodeURIComponent, and the four marks it leaves: a chat program ends a link at a bracket or an apostrophe. A blank is
 * always %20: v2rayNG reads "+" as a plus.
 */
export const encodePart = (value: string): string =>
  UNRESERVED.test(value)
    ? value
    : encodeURIComponent(wellFormed(value)).replace(
        /[!'()*]/g,
        (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
      );

/** The same few names of locations stand in every list. */
const names = new Map<string, string>();
const MAX_NAMES = 2_000;

/** encodePart of a name, which is no secret. */
export function encodeName(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size >= MAX_NAMES) names.clear();
  const encoded = encodePart(name);
  names.set(name, encoded);
  return encoded;
}

export type LinkPair = readonly [key: string, value: string | undefined];

/**
 * Key and value pairs of a link. What is undefined or empty is left out: a bare key stops v2rayNG's parser, which splits at
 * every "=".
 */
export function linkQuery(pairs: readonly LinkPair[]): string {
  let query = "";
  for (const [key, value] of pairs) {
    if (value) query += `${query && "&"}${key}=${encodePart(value)}`;
  }
  return query;
}
