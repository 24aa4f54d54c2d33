"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { THEME_COOKIE, type Theme } from "./theme";

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const ICONS = { system: Monitor, light: Sun, dark: Moon };
const YEAR_SECONDS = 31_536_000;

/** Light, dark, or as the device says; kept in a cookie so that the server draws the right one. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const t = useTranslations("layout");
  const [theme, setTheme] = useState(initial);
  const Icon = ICONS[theme];
  return (
    <button
      type="button"
      aria-label={t("theme", { theme: t(`themes.${theme}`) })}
      title={t(`themes.${theme}`)}
      onClick={() => {
        const next = NEXT[theme];
        setTheme(next);
        document.documentElement.dataset.theme = next;
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
        document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
      }}
      className="inline-flex size-11 items-center justify-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink md:size-9"
    >
      <Icon aria-hidden="true" className="size-4.5" />
    </button>
  );
}
