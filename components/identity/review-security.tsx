"use client";

import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useReachedAction } from "@/components/feedback/use-reached-action";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { reviewSecurityAction } from "@/lib/actions/identity";
import { DoneLine } from "./done-line";
import { readOutcome } from "./form-outcome";
import { useRefusalSentence } from "./refusal-sentence";

/** The person says that devices and password are as they should be: the last of the first steps. */
export function ReviewSecurity() {
  const t = useTranslations("settings.review");
  const [answer, review, isPending] = useReachedAction(reviewSecurityAction, {});
  const refusal = useRefusalSentence(readOutcome(answer));
  return (
    <form action={review} className="flex flex-wrap items-center gap-3">
      <Button type="submit" variant="secondary" pending={isPending}>
        <ShieldCheck aria-hidden="true" className="size-4" />
        {t("confirm")}
      </Button>
      <DoneLine>{answer.data?.ok ? t("done") : null}</DoneLine>
      {refusal && <FormError>{refusal}</FormError>}
    </form>
  );
}
