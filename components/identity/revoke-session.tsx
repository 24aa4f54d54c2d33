"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { revokeSessionAction } from "@/lib/actions/identity";
import { useRefusalSentence } from "./refusal-sentence";
import { useActionForm } from "./use-action-form";

/** Signs one device out. Its row goes away with the answer. */
export function RevokeSession({ sessionId, deviceName }: { sessionId: string; deviceName: string }) {
  const t = useTranslations("settings.sessions");
  const { formProps, outcome, isPending } = useActionForm(revokeSessionAction);
  const refusal = useRefusalSentence(outcome);
  return (
    <form {...formProps} className="flex flex-col items-end gap-2">
      <input type="hidden" name="sessionId" value={sessionId} />
      <Button
        type="submit"
        variant="ghost"
        pending={isPending}
        aria-label={t("revokeNamed", { device: deviceName })}
      >
        {t("revoke")}
      </Button>
      <FormError>{refusal}</FormError>
    </form>
  );
}
