import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { addNumberAction } from "@/lib/actions/stock";

/** Adds one number of our own. */
export function NumberForm({ providers }: { providers: { value: string; label: string }[] }) {
  const t = useTranslations("stock.add");
  const words = useEditWords(t("submit"), t("done"));
  return (
    <EditForm action={addNumberAction} hidden={{}} words={words}>
      <EditField
        name="number"
        label={t("number")}
        hint={t("numberHint")}
        error={t("numberError")}
        taken={t("numberTaken")}
        refused={t("numberElsewhere")}
        maxLength={24}
        dir="ltr"
        required
      />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <EditField
          name="country"
          label={t("country")}
          hint={t("countryHint")}
          error={t("countryError")}
          maxLength={20}
          dir="ltr"
          required
        />
        <EditField
          name="operator"
          label={t("operator")}
          hint={t("operatorHint")}
          error={t("operatorError")}
          maxLength={40}
          dir="ltr"
        />
        <EditField
          name="areaCode"
          label={t("areaCode")}
          error={t("areaCodeError")}
          maxLength={10}
          inputMode="numeric"
          dir="ltr"
        />
      </div>
      <EditField
        name="services"
        label={t("services")}
        hint={t("servicesHint")}
        error={t("servicesError")}
        dir="ltr"
        required
      />
      {providers.length > 1 && (
        <EditField kind="select" name="provider" label={t("provider")} options={providers} />
      )}
    </EditForm>
  );
}
