"use client";

import { useTranslations } from "next-intl";
import { PasswordField } from "@/components/ui/password-field";

interface NewPasswordFieldProps {
  name: string;
  label: string;
  error?: string;
}

/** A password that is being chosen: named so that password managers offer one. */
export function NewPasswordField({ name, label, error }: NewPasswordFieldProps) {
  const t = useTranslations("auth.fields");
  return (
    <PasswordField
      name={name}
      label={label}
      hint={t("passwordHint")}
      error={error}
      showLabel={t("show")}
      hideLabel={t("hide")}
      autoComplete="new-password"
      required
    />
  );
}
