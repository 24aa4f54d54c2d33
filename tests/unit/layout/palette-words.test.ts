import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { paletteEntries } from "@/components/palette/palette-entries";
import enLayout from "@/lib/i18n/messages/en/layout.json";
import enPalette from "@/lib/i18n/messages/en/palette.json";
import faLayout from "@/lib/i18n/messages/fa/layout.json";
import faPalette from "@/lib/i18n/messages/fa/palette.json";
import ptLayout from "@/lib/i18n/messages/pt-BR/layout.json";
import ptPalette from "@/lib/i18n/messages/pt-BR/palette.json";

const NOTHING = { rents: [], orders: [], entries: [], users: [] };

const LANGUAGES = [
  { locale: "en", layout: enLayout, palette: enPalette },
  { locale: "fa", layout: faLayout, palette: faPalette },
  { locale: "pt-BR", layout: ptLayout, palette: ptPalette },
] as const;

/** Addresses of the pages that the palette offers for these words. */
function pagesFor(typed: string, { locale, palette }: (typeof LANGUAGES)[number], isStaff: boolean) {
  const t = createTranslator({ locale, messages: { palette }, namespace: "palette", timeZone: "UTC" });
  return paletteEntries(t as never, typed, NOTHING, { isStaff, isDemo: true })
    .filter(({ group }) => group === "pages")
    .map(({ href }) => href);
}

describe.each(LANGUAGES)("the palette in $locale", (language) => {
  it.each(Object.entries(language.layout.items))("knows the customers' menu: %s, %s", (_, word) => {
    expect(pagesFor(word, language, false)).not.toEqual([]);
  });

  it.each(Object.entries(language.layout.adminItems))("knows the back office's menu: %s, %s", (_, word) => {
    expect(pagesFor(word, language, true).some((href) => href?.startsWith("/admin"))).toBe(true);
  });
});
