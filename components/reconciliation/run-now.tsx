"use client";

import { useEffect, useRef } from "react";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { useActionForm } from "@/components/identity/use-action-form";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { requestReconciliationAction } from "@/lib/actions/reconciliation";
import { useRouter } from "@/lib/i18n/navigation";

const LOOK_EVERY_MS = 1_000;

/** Asks for a comparison, and reads the page again while one runs. */
export function RunNow({ isRunning, mayAsk, label }: { isRunning: boolean; mayAsk: boolean; label: string }) {
  const router = useRouter();
  const refresh = useRef(router.refresh);
  refresh.current = router.refresh;
  const { formProps, outcome, isPending } = useActionForm(requestReconciliationAction);
  const refusal = useRefusalSentence(outcome);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => refresh.current(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  if (!mayAsk) return null;
  return (
    <form {...formProps} className="flex flex-wrap items-center gap-3">
      <Button type="submit" variant="secondary" pending={isPending || isRunning}>
        {label}
      </Button>
      <FormError>{refusal}</FormError>
    </form>
  );
}
