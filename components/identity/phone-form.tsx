"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { TextField } from "@/components/ui/text-field";
import { updatePhoneAction } from "@/lib/actions/identity";
import { DoneLine } from "./done-line";
import { FormFoot } from "./form-foot";
import { useFieldError, useRefusalSentence } from "./refusal-sentence";
import { useActionForm } from "./use-action-form";

interface PhoneFormProps {
  /** As people write it, or empty. */
  phone: string;
  isVerified: boolean;
}

/** The person's own number. It is only kept for now, and says so. */
export function PhoneForm({ phone, isVerified }: PhoneFormProps) {
  const t = useTranslations("settings.phone");
  const { formProps, outcome, isPending } = useActionForm(updatePhoneAction);
  const refusal = useRefusalSentence(outcome, ["phone_taken"]);
  const errorOf = useFieldError(outcome);
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <TextField
        key={phone}
        name="phone"
        type="tel"
        label={t("label")}
        hint={t("hint")}
        error={outcome.invalid.has("phone") ? t("error") : errorOf("phone", "identifier", ["phone_taken"])}
        defaultValue={phone}
        autoComplete="tel"
        inputMode="tel"
        maxLength={40}
        dir="ltr"
      />
      {phone && (
        <p className="flex flex-wrap items-center gap-3 text-ink-2 text-sm">
          <Badge tone={isVerified ? "ok" : "neutral"}>{t(isVerified ? "verified" : "unverified")}</Badge>
          {!isVerified && <span>{t("note")}</span>}
        </p>
      )}
      <FormFoot error={refusal} submit={t("submit")} isPending={isPending} className="sm:self-start" />
      <DoneLine>{outcome.done ? t("done") : null}</DoneLine>
    </form>
  );
}
