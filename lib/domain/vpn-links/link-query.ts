import { wellFormed } from "./well-formed";

/**
 * encodeURIComponent, and the four marks it leaves: a chat program ends a link at a bracket or an apostrophe. A blank is
 * always %20: v2rayNG reads "+" as a plus.
 */
export const encodePart = (value: string): string =>
  encodeURIComponent(wellFormed(value)).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * Key and value pairs of a link. What is undefined or empty is left out: a bare key stops v2rayNG's parser, which splits at
 * every "=".
 */
export function linkQuery(values: Record<string, string | undefined>): string {
  return Object.entries(values)
    .filter((pair): pair is [string, string] => Boolean(pair[1]))
    .map(([key, value]) => `${key}=${encodePart(value)}`)
    .join("&");
}
