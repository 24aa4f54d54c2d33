"use client";

import { useTranslations } from "next-intl";
import { Fragment, useEffect, useRef } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { updatePreferencesAction } from "@/lib/actions/identity";
import type { Preferences } from "@/lib/domain/identity/types";
import { DoneLine } from "./done-line";
import { FormFoot } from "./form-foot";
import { useRefusalSentence } from "./refusal-sentence";
import { FormSection } from "./section";
import { SoundTest } from "./sound-test";
import { useActionForm } from "./use-action-form";

interface PreferencesFormProps {
  preferences: Omit<Preferences, "confirmAboveMicros" | "lowBalanceMicros">;
  /** Decimal USD, or empty. */
  confirmAbove: string;
  /** Decimal USD, or empty. */
  lowBalance: string;
  timeZones: string[];
  /** What each field offers; the page knows, so that the rules need not come to the browser. */
  choices: {
    [Field in "theme" | "density" | "calendar" | "digits" | "displayCurrency"]: readonly Preferences[Field][];
  };
}

const SWITCHES = ["isTitleOn", "isSoundOn", "isAutoCopyOn", "areShortcutsOn"] as const;

/** How the pages look and behave for this person, on all their devices. */
export function PreferencesForm({
  preferences,
  confirmAbove,
  lowBalance,
  timeZones,
  choices,
}: PreferencesFormProps) {
  const t = useTranslations("settings.preferences");
  const { formProps, outcome, isPending } = useActionForm(updatePreferencesAction);
  const refusal = useRefusalSentence(outcome);
  const chosenTheme = useRef<HTMLSelectElement>(null);
  // The theme stands on <html>, which the answer does not draw again.
  useEffect(() => {
    if (outcome.done && chosenTheme.current)
      document.documentElement.dataset.theme = chosenTheme.current.value.toLowerCase();
  }, [outcome.done]);
  return (
    <form {...formProps} className="flex flex-col gap-8">
      <FormSection title={t("looks")}>
        <div className="flex flex-col gap-4">
          <Select
            ref={chosenTheme}
            name="theme"
            label={t("theme")}
            defaultValue={preferences.theme}
            options={choices.theme.map((value) => ({ value, label: t(`themes.${value}`) }))}
          />
          <Select
            name="density"
            label={t("density")}
            defaultValue={preferences.density}
            options={choices.density.map((value) => ({ value, label: t(`densities.${value}`) }))}
          />
        </div>
      </FormSection>
      <FormSection title={t("dates")}>
        <div className="flex flex-col gap-4">
          <Select
            name="calendar"
            label={t("calendar")}
            defaultValue={preferences.calendar}
            options={choices.calendar.map((value) => ({ value, label: t(`calendars.${value}`) }))}
          />
          <Select
            name="digits"
            label={t("digits")}
            hint={t("digitsHint")}
            defaultValue={preferences.digits}
            options={choices.digits.map((value) => ({ value, label: t(`digitChoices.${value}`) }))}
          />
          <Select
            name="timeZone"
            label={t("timeZone")}
            defaultValue={preferences.timeZone ?? ""}
            options={[
              { value: "", label: t("timeZoneOfBrowser") },
              ...["UTC", ...timeZones.filter((zone) => zone !== "UTC")].map((zone) => ({
                value: zone,
                label: zone,
              })),
            ]}
          />
        </div>
      </FormSection>
      <FormSection title={t("codes")}>
        <div className="flex flex-col gap-3">
          {SWITCHES.map((name) => (
            <Fragment key={name}>
              <Checkbox
                name={name}
                label={t(`switches.${name}`)}
                hint={t(`switchHints.${name}`)}
                defaultChecked={preferences[name]}
              />
              {name === "isSoundOn" && <SoundTest />}
            </Fragment>
          ))}
          <TextField
            name="confirmAboveMicros"
            label={t("confirmAbove")}
            hint={t("confirmAboveHint")}
            error={outcome.invalid.has("confirmAboveMicros") ? t("confirmAboveError") : undefined}
            defaultValue={confirmAbove}
            inputMode="decimal"
            dir="ltr"
            autoComplete="off"
          />
        </div>
      </FormSection>
      <FormSection title={t("money")}>
        <div className="flex flex-col gap-3">
          <Select
            name="displayCurrency"
            label={t("displayCurrency")}
            hint={t("displayCurrencyHint")}
            defaultValue={preferences.displayCurrency}
            options={choices.displayCurrency.map((value) => ({
              value,
              label: t(`displayCurrencies.${value}`),
            }))}
          />
          <Checkbox
            name="areMoneyMailsOn"
            label={t("switches.areMoneyMailsOn")}
            hint={t("switchHints.areMoneyMailsOn")}
            defaultChecked={preferences.areMoneyMailsOn}
          />
          <TextField
            name="lowBalanceMicros"
            label={t("lowBalance")}
            hint={t("lowBalanceHint")}
            error={outcome.invalid.has("lowBalanceMicros") ? t("lowBalanceError") : undefined}
            defaultValue={lowBalance}
            inputMode="decimal"
            dir="ltr"
            autoComplete="off"
          />
        </div>
      </FormSection>
      <div className="flex max-w-xl flex-col gap-3">
        <FormFoot error={refusal} submit={t("submit")} isPending={isPending} className="sm:self-start" />
        <DoneLine>{outcome.done ? t("done") : null}</DoneLine>
      </div>
    </form>
  );
}
