"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@/components/ui/text-field";
import { requestPasswordResetAction } from "@/lib/actions/identity";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { Finished } from "./finished";
import { FormFoot } from "./form-foot";
import { isolateLtr } from "./isolate";
import { useFieldError, useRefusalSentence } from "./refusal-sentence";
import { useActionForm } from "./use-action-form";

export function ForgotPasswordForm() {
  const t = useTranslations("auth");
  const { formProps, outcome, isPending } = useActionForm(requestPasswordResetAction);
  const [email, setEmail] = useState("");
  const refusal = useRefusalSentence(outcome);
  const errorOf = useFieldError(outcome);
  if (outcome.done) {
    const text = t("forgot.doneText", { email: isolateLtr(email) });
    return (
      <Finished
        title={t("forgot.doneTitle")}
        text={text}
        action={{ href: routes.signIn(), label: t("forgot.back") }}
      />
    );
  }
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <TextField
        name="email"
        type="email"
        label={t("fields.email")}
        error={errorOf("email", "email")}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        autoComplete="email"
        dir="ltr"
        required
      />
      <FormFoot error={refusal} submit={t("forgot.submit")} isPending={isPending} />
      <p className="text-sm">
        <Link href={routes.signIn()} className="underline">
          {t("forgot.back")}
        </Link>
      </p>
    </form>
  );
}
