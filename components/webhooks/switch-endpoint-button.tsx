"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { switchEndpointAction } from "@/lib/actions/webhooks";
import { Refused } from "./refused";
import { useWebhookAction } from "./use-webhook-action";

/** Turns an endpoint off, after a question, or on. */
export function SwitchEndpointButton({ endpointId, isOn }: { endpointId: string; isOn: boolean }) {
  const t = useTranslations("webhooks.switch");
  const common = useTranslations("webhooks");
  const { isAsking, setAsking, refusal, callbacks } = useWebhookAction();
  const { execute, isPending } = useAction(switchEndpointAction, callbacks);
  return (
    <div className="flex flex-col gap-2">
      <Button
        variant={isOn ? "secondary" : "primary"}
        pending={isPending}
        onClick={() => (isOn ? setAsking(true) : execute({ endpointId, isOn: true }))}
        className="self-start"
      >
        {t(isOn ? "off" : "on")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("title")}
        description={t("text")}
        confirmLabel={t("off")}
        cancelLabel={common("notNow")}
        pending={isPending}
        onConfirm={() => execute({ endpointId, isOn: false })}
      />
      <Refused refusal={refusal} />
    </div>
  );
}
