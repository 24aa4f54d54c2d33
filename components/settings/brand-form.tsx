import { useTranslations } from "next-intl";
import { EditField } from "@/components/edit-form/edit-field";
import { EditForm } from "@/components/edit-form/edit-form";
import { useEditWords } from "@/components/edit-form/edit-words";
import { setBrandAction } from "@/lib/actions/settings";

interface BrandFormProps {
  name: string;
  supportEmail: string;
  changedAt: string | null;
}

/** How the shop is called, and where people write for help. */
export function BrandForm({ name, supportEmail, changedAt }: BrandFormProps) {
  const t = useTranslations("shopSettings");
  const words = useEditWords(t("save"), t("saved"));
  return (
    <EditForm action={setBrandAction} hidden={{ seenAt: changedAt ?? "" }} words={words} variant="secondary">
      <EditField name="name" label={t("name")} error={t("nameError")} value={name} maxLength={40} />
      <EditField
        name="supportEmail"
        label={t("supportEmail")}
        hint={t("supportEmailHint")}
        error={t("supportEmailError")}
        value={supportEmail}
        inputMode="email"
        dir="ltr"
      />
    </EditForm>
  );
}
