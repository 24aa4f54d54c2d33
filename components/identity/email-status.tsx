"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { requestEmailVerificationAction } from "@/lib/actions/identity";
import { DoneLine } from "./done-line";
import { useRefusalSentence } from "./refusal-sentence";
import { useActionForm } from "./use-action-form";

export function EmailStatus({ email, isVerified }: { email: string | null; isVerified: boolean }) {
  const t = useTranslations("settings.email");
  const { formProps, outcome, isPending } = useActionForm(requestEmailVerificationAction);
  const refusal = useRefusalSentence(outcome);
  if (!email) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="flex flex-wrap items-center gap-3">
        <bdi dir="ltr" className="break-all">
          {email}
        </bdi>
        <Badge tone={isVerified ? "ok" : "warn"}>{isVerified ? t("verified") : t("unverified")}</Badge>
      </p>
      {!isVerified && (
        <form {...formProps} className="flex flex-col items-start gap-3">
          <p className="text-ink-2 text-sm">{t("why")}</p>
          <FormError>{refusal}</FormError>
          {!outcome.done && (
            <Button type="submit" variant="secondary" pending={isPending}>
              {t("resend")}
            </Button>
          )}
          <DoneLine>{outcome.done ? t("sent") : null}</DoneLine>
        </form>
      )}
    </div>
  );
}
