"use client";

import { Languages } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { lazy } from "react";
import { OnDemand } from "@/components/ui/on-demand";
import { LANGUAGE_NAMES } from "./language-names";
import type { Theme } from "./theme";

const load = () => import("./preferences-choices");
const PreferencesChoices = lazy(load);

/** The way to language and appearance. */
export function PreferencesMenu({ theme }: { theme: Theme }) {
  const t = useTranslations("layout");
  const locale = useLocale();
  const trigger = (
    <button
      type="button"
      aria-label={t("preferences", { language: LANGUAGE_NAMES[locale] })}
      className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control px-2 text-sm opacity-85 hover:opacity-100 md:min-h-9 md:min-w-9"
    >
      <Languages aria-hidden="true" className="size-4.5" />
      <span className="hidden lg:inline">{LANGUAGE_NAMES[locale]}</span>
    </button>
  );
  return (
    <OnDemand trigger={trigger} popup="menu" load={load}>
      <PreferencesChoices theme={theme} trigger={trigger} />
    </OnDemand>
  );
}
