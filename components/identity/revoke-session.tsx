"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { revokeSessionAction } from "@/lib/actions/identity";
import { useRefusalSentence } from "./refusal-sentence";
import { useActionForm } from "./use-action-form";

interface RevokeSessionProps {
  sessionId: string;
  deviceName: string;
  /** When it signed in: two devices of one kind are told apart by it. */
  since: string;
}

/** Signs one device out. Its row goes away with the answer. */
export function RevokeSession({ sessionId, deviceName, since }: RevokeSessionProps) {
  const format = useFormatter();
  const t = useTranslations("settings.sessions");
  const { formProps, outcome, isPending } = useActionForm(revokeSessionAction);
  const refusal = useRefusalSentence(outcome);
  return (
    <form {...formProps} className="-my-2 -me-4 flex flex-col items-end gap-2">
      <input type="hidden" name="sessionId" value={sessionId} />
      <Button
        type="submit"
        variant="ghost"
        pending={isPending}
        aria-label={t("revokeNamed", {
          device: deviceName,
          since: format.dateTime(new Date(since), "short"),
        })}
      >
        {t("revoke")}
      </Button>
      <FormError>{refusal}</FormError>
    </form>
  );
}
