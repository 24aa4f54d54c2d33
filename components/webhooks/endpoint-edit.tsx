"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { updateEndpointAction } from "@/lib/actions/webhooks";
import type { UpdateEndpointInput } from "@/lib/domain/webhooks/schema";
import type { EndpointView } from "@/lib/domain/webhooks/types";
import { EventChoice } from "./event-choice";
import { Refused } from "./refused";
import { useWebhookAction } from "./use-webhook-action";

/** Changes address, name and events of an endpoint. */
export function EndpointEdit({ endpoint }: { endpoint: EndpointView }) {
  const t = useTranslations("webhooks");
  const [url, setUrl] = useState(endpoint.url);
  const [description, setDescription] = useState(endpoint.description);
  const [events, setEvents] = useState<string[]>(endpoint.events);
  const [isSaved, setSaved] = useState(false);
  const { refusal, setRefusal, callbacks } = useWebhookAction(() => setSaved(true));
  const { execute, isPending } = useAction(updateEndpointAction, callbacks);
  const noEvents = events.length === 0;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isPending) return;
    setSaved(false);
    if (noEvents) return setRefusal({ ok: false, reason: "invalid_input" });
    execute({ endpointId: endpoint.id, url, description, events } as UpdateEndpointInput);
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5" noValidate>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          name="url"
          label={t("form.url")}
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <TextField
          name="description"
          label={t("form.description")}
          maxLength={120}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
      </div>
      {endpoint.format === "STANDARD" && <EventChoice chosen={events} onChange={setEvents} />}
      {noEvents && <p className="text-ink-2 text-sm">{t("form.noEvents")}</p>}
      <Refused refusal={refusal} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="secondary" pending={isPending}>
          {t("form.save")}
        </Button>
        <span role="status" className="text-ink-2 text-sm">
          {isSaved && !isPending && t("form.saved")}
        </span>
      </div>
    </form>
  );
}
