"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { PasswordField } from "@/components/ui/password-field";
import { changePasswordAction } from "@/lib/actions/identity";
import { DoneLine } from "./done-line";
import { FormFoot } from "./form-foot";
import { NewPasswordField } from "./new-password-field";
import { PASSWORD_REFUSALS, useFieldError, useRefusalSentence } from "./refusal-sentence";
import { useActionForm } from "./use-action-form";

export function ChangePasswordForm({ username }: { username: string }) {
  const t = useTranslations("settings.password");
  const tFields = useTranslations("auth.fields");
  const { formProps, outcome, isPending } = useActionForm(changePasswordAction);
  const refusal = useRefusalSentence(outcome, ["wrong_password", ...PASSWORD_REFUSALS]);
  const errorOf = useFieldError(outcome);
  useEffect(() => {
    if (outcome.done) formProps.ref.current?.reset();
  }, [outcome.done, formProps.ref]);
  return (
    <form {...formProps} className="flex flex-col gap-4">
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" value={username} autoComplete="username" readOnly hidden />
      <PasswordField
        name="currentPassword"
        label={t("current")}
        error={errorOf("currentPassword", "password", ["wrong_password"])}
        showLabel={tFields("show")}
        hideLabel={tFields("hide")}
        autoComplete="current-password"
        required
      />
      <NewPasswordField
        name="newPassword"
        label={t("new")}
        error={errorOf("newPassword", "password", PASSWORD_REFUSALS)}
      />
      <p className="text-ink-2 text-sm">{t("note")}</p>
      <FormFoot error={refusal} submit={t("submit")} isPending={isPending} className="sm:self-start" />
      <DoneLine>{outcome.done ? t("done") : null}</DoneLine>
    </form>
  );
}
