import { routing } from "./routing";

/** What the addresses of a language's pages begin with: "/fa", nothing for English. */
export function localePath(locale: string): string {
  return locale === routing.defaultLocale ? "" : `/${locale}`;
}
