import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
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
  const words = useEditWords(t("save"), t("saved"));
  return (
    <EditForm
      action={setLegalTextAction}
      hidden={{ text, seenAt: changedAt ?? "" }}
      words={words}
      variant="secondary"
    >
      <p className="text-ink-3 text-xs">{t("notation")}</p>
      <div className="grid gap-4 xl:grid-cols-3">
        {LANGUAGES.map((language) => (
          <EditField
            key={language}
            kind="area"
            name={language}
            label={languages(language)}
            error={t("textError")}
            value={value[language]}
            rows={8}
            lang={language}
          />
        ))}
      </div>
    </EditForm>
  );
}
