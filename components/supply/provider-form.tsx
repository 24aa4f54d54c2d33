import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { updateProviderAction } from "@/lib/actions/supply";
import type { ProviderDetail } from "@/lib/domain/supply/types";
import { KeyField } from "./key-field";
import { useTestWords } from "./test-words";

const NUMBERS = ["priority", "windowSeconds", "cancelAfterSeconds", "pollIntervalMs"] as const;

/** Every term of a provider that a person decides. The key can be replaced and never read. */
export function ProviderForm({ provider, canEdit }: { provider: ProviderDetail; canEdit: boolean }) {
  const t = useTranslations("providers.form");
  const words = useEditWords(t("submit"), t("done"));
  const tested = useTestWords();
  const isUpstream = provider.kind !== "OWN_STOCK";
  return (
    <EditForm
      action={updateProviderAction}
      version={provider.version}
      hidden={{ id: provider.id }}
      words={words}
      isReadOnly={!canEdit}
      className="flex flex-col gap-6"
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <EditField
          name="name"
          label={t("name")}
          error={t("nameError")}
          value={provider.name}
          maxLength={80}
          required
        />
        {isUpstream && (
          <>
            <EditField
              name="baseUrl"
              label={t("baseUrl")}
              hint={t("baseUrlHint")}
              error={t("baseUrlError")}
              value={provider.baseUrl ?? ""}
              maxLength={300}
              dir="ltr"
              required
            />
            <KeyField
              id={provider.id}
              version={provider.version}
              field={{
                label: t(provider.hasKey ? "replaceKey" : "setKey"),
                hint: t(provider.hasKey ? "replaceKeyHint" : "setKeyHint"),
                error: t("keyError"),
              }}
              tested={t("keyTested")}
              words={tested}
            />
            <EditField
              name="lowBalance"
              label={t("lowBalance")}
              hint={t("lowBalanceHint")}
              error={t("amountError")}
              value={provider.lowBalance ?? ""}
              inputMode="decimal"
              dir="ltr"
            />
          </>
        )}
        {NUMBERS.map((name) => (
          <EditField
            key={name}
            name={name}
            label={t(name)}
            hint={t(`${name}Hint`)}
            error={t(`${name}Error`)}
            value={String(provider[name])}
            inputMode="numeric"
            dir="ltr"
            required
          />
        ))}
        <EditField
          kind="check"
          name="isActive"
          label={t("isActive")}
          hint={t("isActiveHint")}
          checked={provider.isActive}
        />
      </div>
    </EditForm>
  );
}
