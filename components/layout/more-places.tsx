"use client";

import { ShieldCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { Sheet } from "@/components/ui/sheet";
import { Link } from "@/lib/i18n/navigation";
import { routing } from "@/lib/i18n/routing";
import { routes } from "@/lib/routes";
import { LANGUAGE_NAMES } from "./language-names";
import { PORTAL_HREFS, PORTAL_ITEMS, PORTAL_WITHIN } from "./navigation-items";
import { NavigationLink } from "./navigation-link";
import { THEMES, type Theme } from "./theme";
import { THEME_ICONS } from "./theme-icons";
import { useSamePage } from "./use-same-page";
import { useTheme } from "./use-theme";

const ROW =
  "flex min-h-12 items-center gap-3 rounded-control px-3 text-base hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-medium";
const CHIP =
  "inline-flex min-h-11 items-center gap-2 rounded-control border border-line-strong px-3 text-sm aria-[current]:border-ink aria-[current]:font-medium aria-pressed:border-ink aria-pressed:font-medium";

interface MorePlacesProps {
  theme: Theme;
  isStaff: boolean;
  trigger: ReactElement;
}

/** What the bottom bar has no room for, open: the other places, language, light or dark. */
export default function MorePlaces({ theme: initial, isStaff, trigger }: MorePlacesProps) {
  const t = useTranslations("layout");
  const locale = useLocale();
  const here = useSamePage();
  const [open, setOpen] = useState(true);
  const [theme, setTheme] = useTheme(initial);
  const close = () => setOpen(false);
  return (
    <Sheet open={open} onOpenChange={setOpen} title={t("more")} trigger={trigger}>
      <ul className="flex flex-col gap-1">
        {PORTAL_ITEMS.filter((item) => !item.inBottomBar).map(({ key, href, icon: Icon }) => (
          <li key={key}>
            <NavigationLink
              href={href}
              siblings={PORTAL_HREFS}
              within={PORTAL_WITHIN[key]}
              onClick={close}
              className={ROW}
            >
              <Icon aria-hidden="true" className="size-5 text-ink-2" />
              {t(`items.${key}`)}
            </NavigationLink>
          </li>
        ))}
        {isStaff && (
          <li>
            <Link href={routes.admin()} className={ROW}>
              <ShieldCheck aria-hidden="true" className="size-5 text-ink-2" />
              {t("admin")}
            </Link>
          </li>
        )}
      </ul>
      <ul aria-label={t("language")} className="flex flex-wrap gap-2 border-line border-t pt-4">
        {routing.locales.map((option) => (
          <li key={option}>
            <Link
              href={here}
              locale={option}
              lang={option}
              hrefLang={option}
              aria-current={option === locale ? "true" : undefined}
              className={CHIP}
            >
              {LANGUAGE_NAMES[option]}
            </Link>
          </li>
        ))}
      </ul>
      <fieldset aria-label={t("theme")} className="flex flex-wrap gap-2">
        {THEMES.map((option) => {
          const Icon = THEME_ICONS[option];
          return (
            <button
              key={option}
              type="button"
              aria-pressed={option === theme}
              onClick={() => setTheme(option)}
              className={CHIP}
            >
              <Icon aria-hidden="true" className="size-4" />
              {t(`themes.${option}`)}
            </button>
          );
        })}
      </fieldset>
    </Sheet>
  );
}
