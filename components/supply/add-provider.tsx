import { useTranslations } from "next-intl";
import { AddFold } from "@/components/edit-form/add-fold";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { addProviderAction } from "@/lib/actions/supply";

/** Sets up somebody else to buy from; its terms are decided on its own page. */
export function AddProvider() {
  const t = useTranslations("providers.add");
  const tForm = useTranslations("providers.form");
  const words = useEditWords(t("submit"), "");
  return (
    <AddFold title={t("title")}>
      <EditForm action={addProviderAction} hidden={{}} words={words}>
        <p className="text-ink-2 text-sm">{t("lead")}</p>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <EditField name="name" label={tForm("name")} error={tForm("nameError")} maxLength={80} required />
          <EditField
            name="code"
            label={t("code")}
            hint={t("codeHint")}
            error={t("codeError")}
            taken={t("codeTaken")}
            maxLength={40}
            dir="ltr"
            required
          />
          <EditField
            name="baseUrl"
            label={tForm("baseUrl")}
            hint={t("baseUrlHint")}
            error={tForm("baseUrlError")}
            maxLength={300}
            dir="ltr"
            required
          />
          <EditField
            name="apiKey"
            label={t("key")}
            hint={tForm("setKeyHint")}
            error={t("keyError")}
            maxLength={500}
            dir="ltr"
            required
          />
        </div>
      </EditForm>
    </AddFold>
  );
}
