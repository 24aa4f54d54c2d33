import type { Locale } from "@/lib/i18n/routing";

/** Each language in its own words. */
export const LANGUAGE_NAMES: Record<Locale, string> = {
  en: "English",
  fa: "فارسی",
  "pt-BR": "Português (Brasil)",
};
