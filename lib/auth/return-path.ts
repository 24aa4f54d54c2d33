const BASE = "http://patchbay.invalid";
/** Control characters (browsers drop them) and backslashes (browsers read them as slashes). */
const UNSAFE = /[\p{Cc}\\]/u;
const MAX_LENGTH = 1_000;

/**
 * Where to go after signing in: a path of this site, or null. Refused are other origins in every disguise ("//host",
 * "/\\host", "https:host", control characters that browsers drop) and the API's paths, which are no pages.
 */
export function safeReturnPath(wanted: string | null | undefined): string | null {
  if (!wanted || wanted.length > MAX_LENGTH || !wanted.startsWith("/")) return null;
  if (wanted.startsWith("//") || UNSAFE.test(wanted)) return null;
  if (!URL.canParse(wanted, BASE)) return null;
  const url = new URL(wanted, BASE);
  if (url.origin !== BASE || url.pathname.startsWith("//")) return null;
  if (/^\/api(?:\/|$)/.test(url.pathname)) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
