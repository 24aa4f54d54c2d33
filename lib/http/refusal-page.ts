import { REFUSAL_WORDS, type RefusalCode } from "@/lib/i18n/refusal-words";
import { type Locale, routing } from "@/lib/i18n/routing";
import { drawPlainPage } from "./plain-page";

/** Whether the one who asks reads pages: a browser that opens an address, not a program or a page's own script. */
export function readsPages(accept: string | undefined): boolean {
  return (accept ?? "")
    .split(",")
    .some((entry) =>
      /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;(?!\s*q=0(?:\.0*)?\s*$).*)?$/i.test(entry),
    );
}

/** The language that the address begins with; its rest need not be readable. */
function localeOf(address: string): Locale {
  const [, first = ""] = address.split(/[/?#]/, 2);
  return routing.locales.find((locale) => locale === first) ?? routing.defaultLocale;
}

/** The page a browser is shown in place of the refusal that programs read. */
export function drawRefusalPage(code: RefusalCode, address: string) {
  const locale = localeOf(address);
  const words = REFUSAL_WORDS[locale];
  const home = locale === routing.defaultLocale ? "/" : `/${locale}`;
  return drawPlainPage({ locale, ...words.why[code], link: { href: home, label: words.home } });
}
