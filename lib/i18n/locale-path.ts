import { routing } from "./routing";

/** What the addresses of a language's pages begin with: "/fa", nothing for English. */
export function localePath(locale: string): string {
  return locale === routing.defaultLocale ? "" : `/${locale}`;
}

/** The same page's address in no language: "/fa/wallet" -> "/wallet". */
export function withoutLocale(path: string): string {
  const prefix = routing.locales
    .map(localePath)
    .find((known) => known !== "" && path.startsWith(`${known}/`));
  return path.slice(prefix?.length ?? 0);
}
