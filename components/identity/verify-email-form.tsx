"use client";

import { useTranslations } from "next-intl";
import { verifyEmailAction } from "@/lib/actions/identity";
import { routes } from "@/lib/routes";
import { Finished } from "./finished";
import { FormFoot } from "./form-foot";
import { useRefusalSentence } from "./refusal-sentence";
import { useActionForm } from "./use-action-form";

/** A button, because programs that look into mail open every link: only a person presses. */
export function VerifyEmailForm({ token }: { token: string }) {
  const t = useTranslations("auth");
  const { formProps, outcome, isPending } = useActionForm(verifyEmailAction);
  const refusal = useRefusalSentence(outcome);
  if (outcome.done) {
    const action = { href: routes.dashboard(), label: t("verify.doneAction") };
    return <Finished title={t("verify.doneTitle")} text={t("verify.doneText")} action={action} />;
  }
  return (
    <form {...formProps} className="flex flex-col items-start gap-4">
      <input type="hidden" name="token" value={token} />
      <FormFoot
        error={outcome.invalid.has("token") ? t("errors.token") : refusal}
        submit={t("verify.submit")}
        isPending={isPending}
      />
    </form>
  );
}
