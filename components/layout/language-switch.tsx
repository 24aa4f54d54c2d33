"use client";

import { useLocale, useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { usePathname, useRouter } from "@/lib/i18n/navigation";
import { type Locale, routing } from "@/lib/i18n/routing";

/** Each language in its own words. */
const NAMES: Record<Locale, string> = { en: "English", fa: "فارسی", "pt-BR": "Português" };

/** The same page in another language. */
export function LanguageSwitch() {
  const t = useTranslations("layout");
  const locale = useLocale();
  const path = usePathname();
  const search = useSearchParams().toString();
  const router = useRouter();
  return (
    <select
      aria-label={t("language")}
      value={locale}
      onChange={(event) =>
        router.replace(search ? `${path}?${search}` : path, { locale: event.currentTarget.value as Locale })
      }
      className="min-h-11 rounded-control border border-transparent bg-transparent px-2 text-ink-2 text-sm hover:bg-sunken md:min-h-9"
    >
      {routing.locales.map((option) => (
        <option key={option} value={option} lang={option}>
          {NAMES[option]}
        </option>
      ))}
    </select>
  );
}
