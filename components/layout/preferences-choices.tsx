"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { Menu, MenuChoice, MenuGroup, MenuLink } from "@/components/ui/menu";
import { Link } from "@/lib/i18n/navigation";
import { routing } from "@/lib/i18n/routing";
import { LANGUAGE_NAMES } from "./language-names";
import { THEMES, type Theme } from "./theme";
import { THEME_ICONS } from "./theme-icons";
import { useSamePage } from "./use-same-page";
import { useTheme } from "./use-theme";

interface PreferencesChoicesProps {
  theme: Theme;
  trigger: ReactElement;
}

/** Language (the same page in another one) and light or dark, open. */
export default function PreferencesChoices({ theme: initial, trigger }: PreferencesChoicesProps) {
  const t = useTranslations("layout");
  const locale = useLocale();
  const here = useSamePage();
  const [theme, setTheme] = useTheme(initial);
  return (
    <Menu trigger={trigger} defaultOpen>
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
