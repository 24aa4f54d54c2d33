"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useSyncExternalStore } from "react";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { signInAction } from "@/lib/actions/identity";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { DemoAccounts, type DemoAccountView } from "./demo-accounts";
import { FormFoot } from "./form-foot";
import { openedAccount } from "./opened-account";
import { useFieldError, useRefusalSentence } from "./refusal-sentence";
import { useActionForm } from "./use-action-form";

interface SignInFormProps {
  back: string | null;
  demo: { accounts: DemoAccountView[]; password: string } | null;
}

/** What was opened elsewhere changes nothing here. */
const unchanging = () => () => undefined;

export function SignInForm({ back, demo }: SignInFormProps) {
  const t = useTranslations("auth");
  const { formProps, outcome, isPending } = useActionForm(signInAction);
  const opened = useSyncExternalStore(unchanging, openedAccount, () => "");
  // Until somebody types, it is the account that was just opened in this tab.
  const [typed, setIdentifier] = useState<string | null>(null);
  const identifier = typed ?? opened;
  const [password, setPassword] = useState("");
  const passwordField = useRef<HTMLInputElement>(null);
  const refusal = useRefusalSentence(outcome);
  const errorOf = useFieldError(outcome);
  const wrong = outcome.refusal?.reason === "wrong_credentials";
  return (
    <div className="flex flex-col gap-6">
      <form {...formProps} className="flex flex-col gap-4">
        {back && <input type="hidden" name="back" value={back} />}
        <TextField
          name="identifier"
          label={t("fields.identifier")}
          error={errorOf("identifier", "identifier")}
          aria-invalid={wrong || outcome.invalid.has("identifier") || undefined}
          value={identifier}
          onChange={(event) => setIdentifier(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          required
        />
        <PasswordField
          ref={passwordField}
          name="password"
          label={t("fields.password")}
          error={errorOf("password", "password")}
          showLabel={t("fields.show")}
          hideLabel={t("fields.hide")}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          required
        />
        <FormFoot error={refusal} submit={t("signIn.submit")} isPending={isPending} />
      </form>
      <p className="flex flex-wrap justify-between gap-x-4 gap-y-2 text-sm">
        <Link href={routes.forgotPassword()} prefetch={false} className="underline">
          {t("signIn.forgot")}
        </Link>
        <span>
          {t("signIn.noAccount")}{" "}
          <Link href={routes.signUp({ back: back ?? undefined })} prefetch={false} className="underline">
            {t("signIn.signUp")}
          </Link>
        </span>
      </p>
      {demo && (
        <DemoAccounts
          accounts={demo.accounts}
          onChoose={(email) => {
            setIdentifier(email);
            setPassword(demo.password);
            passwordField.current?.focus();
          }}
        />
      )}
    </div>
  );
}
