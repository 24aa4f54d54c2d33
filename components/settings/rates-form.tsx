import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { setRatesAction } from "@/lib/actions/settings";
import type { SettingView } from "@/lib/domain/settings/types";

/** What one dollar is shown and charged as. */
export function RatesForm(props: SettingView<"billing.rates"> & { mayEdit: boolean }) {
  const { value, changedAt, mayEdit } = props;
  const t = useTranslations("money.settings");
  const words = useEditWords(t("save"), t("saved"));
  const rate = { inputMode: "decimal", dir: "ltr" } as const;
  return (
    <EditForm
      action={setRatesAction}
      hidden={{ seenAt: changedAt ?? "" }}
      words={words}
      variant="secondary"
      isReadOnly={!mayEdit}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <EditField
          name="brl"
          label={t("brl")}
          hint={t("brlHint")}
          error={t("rateError")}
          value={value.brl}
          {...rate}
        />
        <EditField
          name="toman"
          label={t("toman")}
          hint={t("tomanHint")}
          error={t("tomanError")}
          value={value.toman}
          {...rate}
        />
      </div>
    </EditForm>
  );
}
