"use client";

import { useTranslations } from "next-intl";
import { resetPasswordAction } from "@/lib/actions/identity";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { Finished } from "./finished";
import { FormFoot } from "./form-foot";
import { NewPasswordField } from "./new-password-field";
import { PASSWORD_REFUSALS, useFieldError, useRefusalSentence } from "./refusal-sentence";
import { useActionForm } from "./use-action-form";

export function ResetPasswordForm({ token }: { token: string }) {
  const t = useTranslations("auth");
  const { formProps, outcome, isPending } = useActionForm(resetPasswordAction);
  const refusal = useRefusalSentence(outcome, PASSWORD_REFUSALS);
  const errorOf = useFieldError(outcome);
  const isDead = outcome.refusal?.reason === "token_invalid" || outcome.invalid.has("token");
  if (outcome.done) {
    const action = { href: routes.signIn(), label: t("reset.doneAction") };
    return <Finished title={t("reset.doneTitle")} text={t("reset.doneText")} action={action} />;
  }
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <input type="hidden" name="token" value={token} />
      <NewPasswordField
        name="password"
        label={t("fields.newPassword")}
        error={errorOf("password", "password", PASSWORD_REFUSALS)}
      />
      <FormFoot
        error={outcome.invalid.has("token") ? t("errors.token") : refusal}
        submit={t("reset.submit")}
        isPending={isPending}
      />
      {isDead && (
        <p className="text-sm">
          <Link href={routes.forgotPassword()} className="underline">
            {t("reset.again")}
          </Link>
        </p>
      )}
    </form>
  );
}
