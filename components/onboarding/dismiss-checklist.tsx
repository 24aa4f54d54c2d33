"use client";

import { useTranslations } from "next-intl";
import { useReachedAction } from "@/components/feedback/use-reached-action";
import { readOutcome } from "@/components/identity/form-outcome";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { dismissOnboardingAction } from "@/lib/actions/identity";

/** The card goes and does not come back. */
export function DismissChecklist() {
  const t = useTranslations("onboarding");
  const [answer, dismiss, isPending] = useReachedAction(dismissOnboardingAction, {});
  const refusal = useRefusalSentence(readOutcome(answer));
  return (
    <form action={dismiss} className="-my-2 -ms-4">
      <Button type="submit" variant="ghost" pending={isPending}>
        {t("dismiss")}
      </Button>
      {refusal && <FormError>{refusal}</FormError>}
    </form>
  );
}
