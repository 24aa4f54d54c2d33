"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Ltr } from "@/components/ui/ltr";
import { WEBHOOK_EVENT_GROUPS, type WebhookEventGroup } from "@/lib/domain/webhooks/types";

const GROUPS = Object.keys(WEBHOOK_EVENT_GROUPS) as WebhookEventGroup[];

interface EventChoiceProps {
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}

/** What an endpoint is told of, group by group. */
export function EventChoice({ chosen, onChange }: EventChoiceProps) {
  const t = useTranslations("webhooks");
  const toggle = (event: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, event] : chosen.filter((one) => one !== event));
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 font-medium text-sm">{t("form.events")}</legend>
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-3">
        {GROUPS.map((group) => (
          <fieldset key={group} className="flex min-w-0 flex-col">
            <legend className="text-ink-2 text-sm">{t(`groups.${group}`)}</legend>
            {WEBHOOK_EVENT_GROUPS[group].map((event) => (
              <Checkbox
                key={event}
                name={event}
                checked={chosen.includes(event)}
                onChange={({ currentTarget }) => toggle(event, currentTarget.checked)}
                label={<Ltr className="font-mono text-[13px]">{event}</Ltr>}
                hint={t(`events.${event.replace(".", "_")}` as "events.sms_received")}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}
