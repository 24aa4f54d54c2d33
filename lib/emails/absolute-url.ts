/** A page's address in somebody's language, for mail. English has no prefix. */
export function absoluteUrl(publicUrl: URL, locale: string, path: string): string {
  const prefix = locale === "en" ? "" : `/${locale}`;
  return new URL(`${prefix}${path}`, publicUrl).href;
}
