import { useTranslations } from "next-intl";
import { AddFold } from "@/components/edit-form/add-fold";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { addOfferAction } from "@/lib/actions/catalog";
import { WarningConfirm } from "./warning-confirm";

/** Puts a service on offer in a country where it is not yet; folded until it is wanted. */
export function AddOffer() {
  const t = useTranslations("offers.add");
  const tForm = useTranslations("offers.form");
  const tWarnings = useTranslations("offers.warnings");
  const words = useEditWords(t("submit"), "");
  return (
    <AddFold title={t("title")}>
      <EditForm action={addOfferAction} hidden={{}} words={words}>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <EditField
            name="service"
            label={t("service")}
            hint={t("serviceHint")}
            error={t("serviceError")}
            taken={t("taken")}
            maxLength={60}
            dir="ltr"
            required
          />
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
            name="currentPrice"
            label={tForm("currentPrice")}
            hint={t("priceHint")}
            error={tForm("priceError")}
            inputMode="decimal"
            dir="ltr"
          />
        </div>
        <WarningConfirm label={tForm("confirm")} words={{ below_cost: tWarnings("below_cost") }} />
      </EditForm>
    </AddFold>
  );
}
