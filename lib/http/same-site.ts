const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * True when a browser says that another site makes it send this unsafe request. Sec-Fetch-Site decides where it is
 * sent; older browsers are judged by Origin against the host. Programs send neither and are told apart by their keys.
 */
export function isCrossSite(
  method: string,
  header: (name: string) => string | null | undefined,
  publicOrigin: string,
): boolean {
  if (SAFE_METHODS.has(method)) return false;
  const fetchSite = header("sec-fetch-site");
  if (fetchSite) return fetchSite !== "same-origin" && fetchSite !== "none";
  const origin = header("origin");
  if (!origin) return false;
  if (origin === publicOrigin) return false;
  try {
    return new URL(origin).host !== header("host");
  } catch {
    return true;
  }
}
