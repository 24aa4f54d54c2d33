import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { draftPricesAction } from "@/lib/actions/catalog";
import { useCategoryChoices } from "./category-name";

const MODES = ["percent", "fixed", "set", "margin", "none"] as const;

interface BulkPriceFormProps {
  categories: string[];
  services: string;
  countries: string;
}

/** Which offers, and what happens to their prices. It only makes a preview. */
export function BulkPriceForm({ categories, services, countries }: BulkPriceFormProps) {
  const t = useTranslations("offers.bulk");
  const words = useEditWords(t("preview"), "");
  const choices = useCategoryChoices(categories);
  return (
    <EditForm action={draftPricesAction} hidden={{}} words={words}>
      <fieldset className="grid items-start gap-4 sm:grid-cols-2">
        <legend className="pb-2 font-medium text-sm">{t("which")}</legend>
        <EditField
          name="services"
          label={t("services")}
          hint={t("servicesHint")}
          error={t("listError")}
          refused={t("unknownCodes")}
          value={services}
          dir="ltr"
        />
        <EditField
          name="countries"
          label={t("countries")}
          hint={t("countriesHint")}
          error={t("listError")}
          refused={t("unknownCodes")}
          value={countries}
          dir="ltr"
        />
        <EditField
          kind="select"
          name="category"
          label={t("category")}
          options={[{ value: "", label: t("anyCategory") }, ...choices]}
        />
        <div className="grid grid-cols-2 items-start gap-3">
          <EditField name="minPrice" label={t("min")} error={t("priceError")} inputMode="decimal" dir="ltr" />
          <EditField name="maxPrice" label={t("max")} error={t("rangeError")} inputMode="decimal" dir="ltr" />
        </div>
      </fieldset>
      <fieldset className="grid items-start gap-4 sm:grid-cols-3">
        <legend className="pb-2 font-medium text-sm">{t("what")}</legend>
        <EditField
          kind="select"
          name="mode"
          label={t("mode")}
          error={t("modeError")}
          options={MODES.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
        />
        <EditField
          name="amount"
          label={t("amount")}
          hint={t("amountHint")}
          error={t("amountError")}
          inputMode="text"
          dir="ltr"
        />
        <EditField
          kind="select"
          name="rounding"
          label={t("rounding")}
          options={[
            { value: "none", label: t("roundings.none") },
            { value: "cent", label: t("roundings.cent") },
            { value: "x9", label: t("roundings.x9") },
          ]}
        />
      </fieldset>
    </EditForm>
  );
}
