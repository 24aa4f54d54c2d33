"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormError } from "@/components/ui/form-error";
import { revokeKeyAction } from "@/lib/actions/developers";
import { useDeveloperAction } from "./use-developer-action";

interface RevokeKeyProps {
  keyId: string;
  name: string;
  /** What was asked with it in the last thirty days. */
  calls: number;
}

/** Ends a key at once, after a question that says what stops. */
export function RevokeKey({ keyId, name, calls }: RevokeKeyProps) {
  const t = useTranslations("apiKeys.revoke");
  const [isAsking, setAsking] = useState(false);
  const { outcome, callbacks } = useDeveloperAction(() => setAsking(false));
  const { execute, isPending } = useAction(revokeKeyAction, callbacks);
  const sentence = useRefusalSentence(outcome);
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)} className="self-start">
        {t("open")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("title", { name })}
        description={
          <>
            {t("text")} {calls > 0 ? t("used", { n: calls }) : t("unused")}
          </>
        }
        confirmLabel={t("confirm")}
        cancelLabel={t("cancel")}
        pending={isPending}
        danger
        onConfirm={() => execute({ keyId })}
      >
        <FormError>{sentence}</FormError>
      </ConfirmDialog>
    </>
  );
}
