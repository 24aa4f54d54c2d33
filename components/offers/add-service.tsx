import { useTranslations } from "next-intl";
import { AddFold } from "@/components/edit-form/add-fold";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { addServiceAction } from "@/lib/actions/catalog";

/** Adds a service that the catalogue does not know; the rest of it is decided on its own page. */
export function AddService() {
  const t = useTranslations("services.add");
  const tForm = useTranslations("services.form");
  const words = useEditWords(t("submit"), "");
  const latin = { dir: "ltr", required: true } as const;
  return (
    <AddFold title={t("title")}>
      <EditForm action={addServiceAction} hidden={{}} words={words}>
        <p className="text-ink-2 text-sm">{t("lead")}</p>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <EditField name="name" label={tForm("name")} error={tForm("nameError")} maxLength={80} required />
          <EditField
            name="category"
            label={tForm("category")}
            hint={tForm("categoryHint")}
            error={tForm("categoryError")}
            value="general"
            maxLength={40}
            {...latin}
          />
          <EditField
            name="code"
            label={tForm("code")}
            hint={tForm("codeHint")}
            error={tForm("codeError")}
            maxLength={20}
            {...latin}
          />
          <EditField
            name="slug"
            label={tForm("slug")}
            hint={tForm("slugHint")}
            error={tForm("slugError")}
            maxLength={60}
            {...latin}
          />
          <EditField
            name="fiveSimName"
            label={tForm("fiveSimName")}
            hint={tForm("fiveSimHint")}
            error={tForm("fiveSimError")}
            maxLength={60}
            dir="ltr"
          />
          <EditField
            name="currentPrice"
            label={tForm("currentPrice")}
            hint={t("priceHint")}
            error={tForm("priceError")}
            inputMode="decimal"
            {...latin}
          />
        </div>
      </EditForm>
    </AddFold>
  );
}
