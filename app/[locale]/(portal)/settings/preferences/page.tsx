import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PreferencesForm } from "@/components/identity/preferences-form";
import { CALENDARS, DENSITIES, DIGITS, THEME_PREFERENCES } from "@/lib/domain/identity/schema";
import { toDecimal } from "@/lib/domain/kernel/money";
import { loadPreferences } from "@/lib/loaders/preferences";

const CHOICES = {
  theme: THEME_PREFERENCES,
  density: DENSITIES,
  calendar: CALENDARS,
  digits: DIGITS,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.preferences");
  return { title: t("heading") };
}

export default async function PreferencesPage() {
  const { confirmAboveMicros, ...preferences } = await loadPreferences();
  const confirmAbove = confirmAboveMicros === null ? "" : toDecimal(confirmAboveMicros);
  return (
    <PreferencesForm
      choices={CHOICES}
      preferences={preferences}
      confirmAbove={confirmAbove}
      timeZones={Intl.supportedValuesOf("timeZone")}
    />
  );
}
