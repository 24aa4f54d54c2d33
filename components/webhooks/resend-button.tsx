"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Button } from "@/components/ui/button";
import { resendDeliveryAction } from "@/lib/actions/webhooks";
import { Refused } from "./refused";
import { useWebhookAction } from "./use-webhook-action";

/** Sends a message once more, under its own id. */
export function ResendButton({ deliveryId }: { deliveryId: string }) {
  const t = useTranslations("webhooks");
  const { refusal, callbacks } = useWebhookAction();
  const { execute, isPending } = useAction(resendDeliveryAction, callbacks);
  return (
    <div className="flex flex-col items-start gap-2">
      <Button variant="secondary" pending={isPending} onClick={() => execute({ deliveryId })}>
        {t("resend")}
      </Button>
      <Refused refusal={refusal} />
    </div>
  );
}
