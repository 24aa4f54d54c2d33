"use client";

import { Languages, Monitor, Moon, Sun } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Menu, MenuChoice, MenuGroup, MenuLink } from "@/components/ui/menu";
import { Link } from "@/lib/i18n/navigation";
import { routing } from "@/lib/i18n/routing";
import { LANGUAGE_NAMES } from "./language-names";
import { THEMES, type Theme } from "./theme";
import { useSamePage } from "./use-same-page";
import { useTheme } from "./use-theme";

export const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon };

/** Language (the same page in another one) and light or dark. */
export function PreferencesMenu({ theme: initial }: { theme: Theme }) {
  const t = useTranslations("layout");
  const locale = useLocale();
  const here = useSamePage();
  const [theme, setTheme] = useTheme(initial);
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t("preferences", { language: LANGUAGE_NAMES[locale] })}
          className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control px-2 text-sm opacity-85 hover:opacity-100 md:min-h-9 md:min-w-9"
        >
          <Languages aria-hidden="true" className="size-4.5" />
          <span className="hidden lg:inline">{LANGUAGE_NAMES[locale]}</span>
        </button>
      }
    >
      <MenuGroup label={t("language")}>
        {routing.locales.map((option) => (
          <MenuLink
            key={option}
            isCurrent={option === locale}
            link={<Link href={here} locale={option} lang={option} hrefLang={option} />}
          >
            {LANGUAGE_NAMES[option]}
          </MenuLink>
        ))}
      </MenuGroup>
      <MenuChoice
        label={t("theme")}
        value={theme}
        onChange={setTheme}
        options={THEMES.map((option) => {
          const Icon = THEME_ICONS[option];
          return {
            value: option,
            label: t(`themes.${option}`),
            icon: <Icon aria-hidden="true" className="size-4 text-ink-3" />,
          };
        })}
      />
    </Menu>
  );
}
