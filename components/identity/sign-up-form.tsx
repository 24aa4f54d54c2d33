"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { TextField } from "@/components/ui/text-field";
import { signUpAction } from "@/lib/actions/identity";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { Finished } from "./finished";
import { FormFoot } from "./form-foot";
import { isolateLtr } from "./isolate";
import { NewPasswordField } from "./new-password-field";
import { rememberOpenedAccount } from "./opened-account";
import { PASSWORD_REFUSALS, useFieldError, useRefusalSentence } from "./refusal-sentence";
import { useActionForm } from "./use-action-form";

/** In a tab of its own: what was typed into the form stays. */
function LegalLink({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Link href={routes.legal(text)} target="_blank" prefetch={false} className="underline">
      {children}
    </Link>
  );
}

export function SignUpForm({ back, isDemo }: { back: string | null; isDemo: boolean }) {
  const t = useTranslations("auth");
  const locale = useLocale();
  const { formProps, outcome, isPending } = useActionForm(signUpAction);
  const [email, setEmail] = useState("");
  const refusal = useRefusalSentence(outcome, ["username_taken", ...PASSWORD_REFUSALS]);
  const errorOf = useFieldError(outcome);
  const onward = back ?? undefined;
  const isDone = outcome.done;
  useEffect(() => {
    if (isDone) rememberOpenedAccount(email);
  }, [isDone, email]);
  if (isDone) {
    const text = t("signUp.doneText", { email: isolateLtr(email) });
    const action = { href: routes.signIn({ back: onward }), label: t("signUp.doneAction") };
    return (
      <Finished title={t("signUp.doneTitle")} text={text} action={action}>
        {isDemo && (
          <p className="text-ink-2 text-sm">
            {t("signUp.welcome")} {t("demo.mailbox")}{" "}
            <Link href={routes.mailbox()} prefetch={false} className="underline">
              {t("demo.openMailbox")}
            </Link>
          </p>
        )}
      </Finished>
    );
  }
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <input type="hidden" name="locale" value={locale} />
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
      <TextField
        name="username"
        label={t("fields.username")}
        hint={t("fields.usernameHint")}
        error={errorOf("username", "username", ["username_taken"])}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        required
      />
      <NewPasswordField
        name="password"
        label={t("fields.password")}
        error={errorOf("password", "password", PASSWORD_REFUSALS)}
      />
      <p className="text-ink-2 text-sm">
        {t.rich("signUp.consent", {
          terms: (words) => <LegalLink text="terms">{words}</LegalLink>,
          privacy: (words) => <LegalLink text="privacy">{words}</LegalLink>,
        })}
      </p>
      <FormFoot error={refusal} submit={t("signUp.submit")} isPending={isPending} />
      <p className="text-sm">
        {t("signUp.haveAccount")}{" "}
        <Link href={routes.signIn({ back: onward })} className="underline">
          {t("signUp.signIn")}
        </Link>
      </p>
    </form>
  );
}
