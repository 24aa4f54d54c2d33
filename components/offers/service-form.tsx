import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { updateServiceAction } from "@/lib/actions/catalog";
import type { ServiceDetail } from "@/lib/domain/catalog/types";

const LEVELS = ["0", "1", "2", "3"] as const;

/** Every field of a service that a person decides. */
export function ServiceForm({ service, canEdit }: { service: ServiceDetail; canEdit: boolean }) {
  const t = useTranslations("services.form");
  const words = useEditWords(t("submit"), t("done"));
  return (
    <EditForm
      action={updateServiceAction}
      version={service.version}
      hidden={{ id: service.id }}
      words={words}
      isReadOnly={!canEdit}
      className="flex flex-col gap-6"
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <EditField
          name="name"
          label={t("name")}
          error={t("nameError")}
          value={service.name}
          maxLength={80}
          required
        />
        <EditField
          name="category"
          label={t("category")}
          hint={t("categoryHint")}
          error={t("categoryError")}
          value={service.category}
          maxLength={40}
          dir="ltr"
          required
        />
        <EditField
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          error={t("codeError")}
          value={service.code}
          maxLength={20}
          dir="ltr"
          required
        />
        <EditField
          name="slug"
          label={t("slug")}
          hint={t("slugHint")}
          error={t("slugError")}
          value={service.slug}
          maxLength={60}
          dir="ltr"
          required
        />
        <EditField
          name="fiveSimName"
          label={t("fiveSimName")}
          hint={t("fiveSimHint")}
          error={t("fiveSimError")}
          value={service.fiveSimName ?? ""}
          maxLength={60}
          dir="ltr"
        />
        <EditField
          name="sortOrder"
          label={t("sortOrder")}
          hint={t("sortOrderHint")}
          error={t("numberError")}
          value={String(service.sortOrder)}
          inputMode="numeric"
          dir="ltr"
          required
        />
        <EditField
          name="basePrice"
          label={t("basePrice")}
          hint={t("basePriceHint")}
          error={t("priceError")}
          value={service.basePrice}
          inputMode="decimal"
          dir="ltr"
          required
        />
        <EditField
          name="currentPrice"
          label={t("currentPrice")}
          hint={t("currentPriceHint")}
          error={t("priceError")}
          value={service.currentPrice}
          inputMode="decimal"
          dir="ltr"
          required
        />
      </div>
      <EditField
        kind="area"
        name="description"
        label={t("description")}
        value={service.description ?? ""}
        maxLength={2000}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <EditField
          kind="area"
          name="aliases"
          label={t("aliases")}
          hint={t("aliasesHint")}
          error={t("wordsError")}
          value={service.aliases.join(", ")}
        />
        <EditField
          kind="area"
          name="matchWords"
          label={t("matchWords")}
          hint={t("matchWordsHint")}
          error={t("wordsError")}
          value={service.matchWords.join(", ")}
        />
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <EditField
          kind="check"
          name="isActive"
          label={t("isActive")}
          hint={t("isActiveHint")}
          checked={service.isActive}
        />
        <EditField
          kind="select"
          name="minVerificationLevel"
          label={t("level")}
          error={t("numberError")}
          value={String(service.minVerificationLevel)}
          options={LEVELS.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
        />
        <EditField
          kind="check"
          name="isFreeAllowed"
          label={t("isFreeAllowed")}
          hint={t("isFreeAllowedHint")}
          checked={service.isFreeAllowed}
        />
        <EditField
          name="freeDailyLimit"
          label={t("freeDailyLimit")}
          error={t("freeDailyLimitError")}
          value={String(service.freeDailyLimit)}
          inputMode="numeric"
          dir="ltr"
          required
        />
        <EditField
          kind="check"
          name="isProhibited"
          label={t("isProhibited")}
          hint={t("isProhibitedHint")}
          checked={service.isProhibited}
        />
        <EditField
          name="prohibitedReason"
          label={t("prohibitedReason")}
          hint={t("prohibitedReasonHint")}
          error={t("prohibitedReasonError")}
          value={service.prohibitedReason ?? ""}
          maxLength={300}
        />
      </div>
    </EditForm>
  );
}
