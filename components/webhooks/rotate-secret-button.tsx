"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { rotateSecretAction } from "@/lib/actions/webhooks";
import { Refused } from "./refused";
import { SecretReveal } from "./secret-reveal";
import { useWebhookAction } from "./use-webhook-action";

/** A new secret, shown once, after a question that says what becomes of the old one. */
export function RotateSecretButton({ endpointId }: { endpointId: string }) {
  const t = useTranslations("webhooks");
  const [secret, setSecret] = useState<string | null>(null);
  const { isAsking, setAsking, refusal, callbacks } = useWebhookAction<{ secret: string }>((answer) =>
    setSecret(answer.secret),
  );
  const { execute, isPending } = useAction(rotateSecretAction, callbacks);
  return (
    <div className="flex flex-col gap-3">
      <Button variant="secondary" pending={isPending} onClick={() => setAsking(true)} className="self-start">
        {t("secret.rotate")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("secret.rotateTitle")}
        description={t("secret.rotateText")}
        confirmLabel={t("secret.rotateConfirm")}
        cancelLabel={t("notNow")}
        pending={isPending}
        onConfirm={() => execute({ endpointId })}
      />
      {secret && <SecretReveal secret={secret} text={t("secret.overlap")} />}
      <Refused refusal={refusal} />
    </div>
  );
}
