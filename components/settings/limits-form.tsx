import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { setLimitsAction } from "@/lib/actions/settings";
import type { SettingView } from "@/lib/domain/settings/types";

const LEVELS = [0, 1, 2, 3] as const;

/** How much may come in and go out, and when a payment on a chain counts. */
export function LimitsForm(props: SettingView<"billing.limits"> & { mayEdit: boolean }) {
  const { value, changedAt, mayEdit } = props;
  const t = useTranslations("money.settings");
  const words = useEditWords(t("save"), t("saved"));
  const number = { inputMode: "decimal", dir: "ltr", required: true } as const;
  return (
    <EditForm
      action={setLimitsAction}
      hidden={{ seenAt: changedAt ?? "" }}
      words={words}
      variant="secondary"
      isReadOnly={!mayEdit}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {LEVELS.map((level) => (
          <EditField
            key={level}
            name={`day${level}`}
            label={t("perDay", { level })}
            error={t("perDayError")}
            value={value.topUpPerDay[level]}
            {...number}
          />
        ))}
        <EditField
          name="withdrawalMinimum"
          label={t("withdrawalMinimum")}
          error={t("amountError")}
          value={value.withdrawalMinimum}
          {...number}
        />
        <EditField
          name="withdrawalPerDay"
          label={t("withdrawalPerDay")}
          error={t("amountError")}
          value={value.withdrawalPerDay}
          {...number}
        />
        <EditField
          name="secondAdminFrom"
          label={t("secondAdminFrom")}
          hint={t("secondAdminFromHint")}
          error={t("amountError")}
          value={value.secondAdminFrom}
          {...number}
        />
        <EditField
          name="cryptoTolerancePercent"
          label={t("tolerance")}
          hint={t("toleranceHint")}
          error={t("toleranceError")}
          value={value.cryptoTolerancePercent}
          {...number}
        />
        <EditField
          name="btcConfirmations"
          label={t("confirmations")}
          error={t("confirmationsError")}
          value={String(value.btcConfirmations)}
          {...number}
        />
        <EditField
          name="btcSixConfirmationsFrom"
          label={t("sixFrom")}
          hint={t("sixFromHint")}
          error={t("amountError")}
          value={value.btcSixConfirmationsFrom}
          {...number}
        />
      </div>
    </EditForm>
  );
}
