import { defineRouting } from "next-intl/routing";

/** English has no prefix; the path decides the language everywhere else. */
export const routing = defineRouting({
  locales: ["en", "fa", "pt-BR"],
  defaultLocale: "en",
  localePrefix: "as-needed",
  // The path alone decides: an address means the same page for everybody.
  localeDetection: false,
});

export type Locale = (typeof routing.locales)[number];

/** "rtl" for Persian, by the language's own data. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return new Intl.Locale(locale).language === "fa" ? "rtl" : "ltr";
}
