import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { updateCountryAction } from "@/lib/actions/catalog";
import type { CountryDetail } from "@/lib/domain/catalog/types";
import { countryName } from "@/lib/format/country";

/** Every field of a country that a person decides. */
export function CountryForm({ country, canEdit }: { country: CountryDetail; canEdit: boolean }) {
  const t = useTranslations("countries.form");
  const words = useEditWords(t("submit"), t("done"));
  const builtIn = (locale: string) =>
    t("builtIn", { name: countryName(country.iso2, locale, country.nameEn) });
  return (
    <EditForm
      action={updateCountryAction}
      version={country.version}
      hidden={{ id: country.id }}
      words={words}
      isReadOnly={!canEdit}
      className="flex flex-col gap-6"
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <EditField
          name="nameEn"
          label={t("nameEn")}
          error={t("nameError")}
          value={country.nameEn}
          maxLength={80}
          dir="ltr"
          required
        />
        <EditField
          name="nameFa"
          label={t("nameFa")}
          hint={builtIn("fa")}
          value={country.nameFa ?? ""}
          maxLength={80}
          dir="rtl"
        />
        <EditField
          name="namePtBr"
          label={t("namePtBr")}
          hint={builtIn("pt-BR")}
          value={country.namePtBr ?? ""}
          maxLength={80}
          dir="ltr"
        />
        <EditField
          name="fiveSimName"
          label={t("fiveSimName")}
          hint={t("fiveSimHint")}
          error={t("fiveSimError")}
          value={country.fiveSimName ?? ""}
          maxLength={60}
          dir="ltr"
        />
        <EditField
          name="iso2"
          label={t("iso2")}
          error={t("iso2Error")}
          value={country.iso2}
          maxLength={2}
          dir="ltr"
          required
        />
        <EditField
          name="legacyId"
          label={t("legacyId")}
          hint={t("legacyIdHint")}
          error={t("legacyIdError")}
          value={String(country.legacyId)}
          inputMode="numeric"
          dir="ltr"
          required
        />
        <EditField
          name="phoneCode"
          label={t("phoneCode")}
          hint={t("phoneCodeHint")}
          error={t("phoneCodeError")}
          value={country.phoneCode}
          maxLength={6}
          inputMode="numeric"
          dir="ltr"
          required
        />
        <EditField
          name="sortOrder"
          label={t("sortOrder")}
          hint={t("sortOrderHint")}
          error={t("numberError")}
          value={String(country.sortOrder)}
          inputMode="numeric"
          dir="ltr"
          required
        />
        <EditField
          kind="check"
          name="isCanonical"
          label={t("isCanonical")}
          hint={t("isCanonicalHint")}
          error={t("isCanonicalError")}
          checked={country.isCanonical}
        />
        <EditField
          kind="check"
          name="isActive"
          label={t("isActive")}
          hint={t("isActiveHint")}
          checked={country.isActive}
        />
      </div>
    </EditForm>
  );
}
