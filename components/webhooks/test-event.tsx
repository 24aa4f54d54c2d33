"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { sendTestEventAction } from "@/lib/actions/webhooks";
import { WEBHOOK_EVENTS, type WebhookEvent } from "@/lib/domain/webhooks/types";
import { Refused } from "./refused";
import { useWebhookAction } from "./use-webhook-action";

/** Sends an example of an event at once; how it went is the newest line of the log. */
export function TestEvent({ endpointId, isPush }: { endpointId: string; isPush: boolean }) {
  const t = useTranslations("webhooks.test");
  const [event, setEvent] = useState<WebhookEvent>("ping");
  const [isSent, setSent] = useState(false);
  const { refusal, callbacks } = useWebhookAction(() => setSent(true));
  const { execute, isPending } = useAction(sendTestEventAction, callbacks);
  const events = isPush ? (["sms.received"] as const) : WEBHOOK_EVENTS.toReversed();
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={t("event")}
          className="w-64 max-w-full"
          dir="ltr"
          value={isPush ? "sms.received" : event}
          onChange={({ currentTarget }) =>
            setEvent(WEBHOOK_EVENTS.find((one) => one === currentTarget.value) ?? "ping")
          }
          options={events.map((value) => ({ value, label: value }))}
        />
        <Button
          variant="secondary"
          pending={isPending}
          onClick={() => {
            setSent(false);
            execute({ endpointId, event: isPush ? "sms.received" : event });
          }}
        >
          {t("send")}
        </Button>
      </div>
      <p role="status" className="text-ink-2 text-sm empty:hidden">
        {isSent && !isPending && t("sent")}
      </p>
      <Refused refusal={refusal} />
    </div>
  );
}
