"use client";

import { useTranslations } from "next-intl";
import { DoneLine } from "@/components/identity/done-line";
import { FormFoot } from "@/components/identity/form-foot";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { useActionForm } from "@/components/identity/use-action-form";
import { TextField } from "@/components/ui/text-field";
import { setBrandAction } from "@/lib/actions/settings";

interface BrandFormProps {
  name: string;
  supportEmail: string;
  changedAt: string | null;
}

/** How the shop is called, and where people write for help. */
export function BrandForm({ name, supportEmail, changedAt }: BrandFormProps) {
  const t = useTranslations("shopSettings");
  const { formProps, outcome, isPending } = useActionForm(setBrandAction);
  const refusal = useRefusalSentence(outcome);
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <input type="hidden" name="seenAt" value={changedAt ?? ""} />
      <TextField
        name="name"
        label={t("name")}
        error={outcome.invalid.has("name") ? t("nameError") : undefined}
        defaultValue={name}
        dir="auto"
        maxLength={40}
      />
      <TextField
        name="supportEmail"
        type="email"
        label={t("supportEmail")}
        hint={t("supportEmailHint")}
        error={outcome.invalid.has("supportEmail") ? t("supportEmailError") : undefined}
        defaultValue={supportEmail}
        dir="ltr"
        autoComplete="off"
      />
      <FormFoot
        error={refusal}
        submit={t("save")}
        isPending={isPending}
        variant="secondary"
        className="self-start"
      />
      <DoneLine>{outcome.done ? t("saved") : null}</DoneLine>
    </form>
  );
}
