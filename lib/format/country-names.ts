import { routing } from "@/lib/i18n/routing";
import { countryName } from "./country";

/** A country's name in every language of the site: people search in any of them. */
export function allCountryNames(iso2: string, stored: string): string[] {
  return routing.locales.map((locale) => countryName(iso2, locale, stored));
}

/** Names by ISO code in one language; each is made once. */
export function countryNamer(locale: string): (country: { iso2: string; name: string }) => string {
  const names = new Map<string, string>();
  return ({ iso2, name }) => {
    const known = names.get(iso2);
    if (known !== undefined) return known;
    const made = countryName(iso2, locale, name);
    names.set(iso2, made);
    return made;
  };
}
