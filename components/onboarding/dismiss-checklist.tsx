"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { dismissOnboardingAction } from "@/lib/actions/identity";

/** The card goes and does not come back. */
export function DismissChecklist() {
  const t = useTranslations("onboarding");
  const [, dismiss, isPending] = useActionState(dismissOnboardingAction, {});
  return (
    <form action={dismiss} className="-my-2 -ms-4">
      <Button type="submit" variant="ghost" pending={isPending}>
        {t("dismiss")}
      </Button>
    </form>
  );
}
