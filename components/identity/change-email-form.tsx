"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { changeEmailAction } from "@/lib/actions/identity";
import { useFieldError, useRefusalSentence } from "./refusal-sentence";
import { useActionForm } from "./use-action-form";

/** Asks for a link to a new address. The password proves that it is the owner who asks. */
export function ChangeEmailForm({ onKeep }: { onKeep(): void }) {
  const t = useTranslations("settings.email");
  const tFields = useTranslations("auth.fields");
  const { formProps, outcome, isPending } = useActionForm(changeEmailAction);
  const refusal = useRefusalSentence(outcome, ["wrong_password", "email_same"]);
  const errorOf = useFieldError(outcome);
  useEffect(() => {
    formProps.ref.current?.querySelector<HTMLInputElement>("input")?.focus();
  }, [formProps.ref]);
  return (
    <form {...formProps} className="flex w-full flex-col gap-4">
      <TextField
        name="email"
        type="email"
        label={t("new")}
        hint={t("changeHint")}
        error={outcome.invalid.has("email") ? t("error") : errorOf("email", "email", ["email_same"])}
        autoComplete="email"
        maxLength={254}
        required
        dir="ltr"
      />
      <PasswordField
        name="currentPassword"
        label={t("password")}
        error={errorOf("currentPassword", "password", ["wrong_password"])}
        showLabel={tFields("show")}
        hideLabel={tFields("hide")}
        autoComplete="current-password"
        required
      />
      <FormError>{refusal}</FormError>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={isPending}>
          {t("submit")}
        </Button>
        <Button variant="ghost" onClick={onKeep}>
          {t("keep")}
        </Button>
      </div>
    </form>
  );
}
