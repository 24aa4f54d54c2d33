import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PreferencesForm } from "@/components/identity/preferences-form";
import {
  CALENDARS,
  DENSITIES,
  DIGITS,
  DISPLAY_CURRENCIES,
  THEME_PREFERENCES,
} from "@/lib/domain/identity/schema";
import { toDecimal } from "@/lib/domain/kernel/money";
import { loadPreferences } from "@/lib/loaders/preferences";

const CHOICES = {
  theme: THEME_PREFERENCES,
  density: DENSITIES,
  calendar: CALENDARS,
  digits: DIGITS,
  displayCurrency: DISPLAY_CURRENCIES,
};

const asText = (micros: bigint | null) => (micros === null ? "" : toDecimal(micros));

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.preferences");
  return { title: t("heading") };
}

export default async function PreferencesPage() {
  const { confirmAboveMicros, lowBalanceMicros, ...preferences } = await loadPreferences();
  return (
    <PreferencesForm
      choices={CHOICES}
      preferences={preferences}
      confirmAbove={asText(confirmAboveMicros)}
      lowBalance={asText(lowBalanceMicros)}
      timeZones={Intl.supportedValuesOf("timeZone")}
    />
  );
}
