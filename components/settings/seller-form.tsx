import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { setSellerAction } from "@/lib/actions/settings";
import type { SettingView } from "@/lib/domain/settings/types";

/** Who sells, as invoices print it. */
export function SellerForm(props: SettingView<"billing.seller"> & { mayEdit: boolean }) {
  const { value, changedAt, mayEdit } = props;
  const t = useTranslations("money.settings");
  const words = useEditWords(t("save"), t("saved"));
  return (
    <EditForm
      action={setSellerAction}
      hidden={{ seenAt: changedAt ?? "" }}
      words={words}
      variant="secondary"
      isReadOnly={!mayEdit}
    >
      <EditField name="name" label={t("name")} error={t("nameError")} value={value.name} maxLength={120} />
      <EditField
        kind="area"
        name="address"
        label={t("address")}
        error={t("textError")}
        value={value.address}
        maxLength={400}
      />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <EditField
          name="taxId"
          label={t("taxId")}
          error={t("textError")}
          value={value.taxId}
          maxLength={60}
          dir="ltr"
        />
        <EditField
          name="taxName"
          label={t("taxName")}
          error={t("textError")}
          value={value.taxName}
          maxLength={40}
        />
        <EditField
          name="taxPercent"
          label={t("taxPercent")}
          hint={t("taxPercentHint")}
          error={t("percentError")}
          value={value.taxPercent}
          inputMode="decimal"
          dir="ltr"
        />
      </div>
    </EditForm>
  );
}
