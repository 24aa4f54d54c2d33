"use client";

import { useTranslations } from "next-intl";
import { DoneLine } from "@/components/identity/done-line";
import { FormFoot } from "@/components/identity/form-foot";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { useActionForm } from "@/components/identity/use-action-form";
import { TextArea } from "@/components/ui/text-area";
import { setLegalTextAction } from "@/lib/actions/settings";

const LANGUAGES = ["en", "fa", "pt-BR"] as const;

interface LegalTextFormProps {
  text: string;
  value: Record<(typeof LANGUAGES)[number], string>;
  changedAt: string | null;
}

/** One legal text in each language; where a language is empty, English is shown. */
export function LegalTextForm({ text, value, changedAt }: LegalTextFormProps) {
  const t = useTranslations("shopSettings");
  const languages = useTranslations("settings.languages");
  const { formProps, outcome, isPending } = useActionForm(setLegalTextAction);
  const refusal = useRefusalSentence(outcome);
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <input type="hidden" name="text" value={text} />
      <input type="hidden" name="seenAt" value={changedAt ?? ""} />
      <div className="grid gap-4 xl:grid-cols-3">
        {LANGUAGES.map((language) => (
          <TextArea
            key={language}
            name={language}
            label={languages(language)}
            error={outcome.invalid.has(language) ? t("textError") : undefined}
            defaultValue={value[language]}
            rows={8}
            lang={language}
            dir="auto"
          />
        ))}
      </div>
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
