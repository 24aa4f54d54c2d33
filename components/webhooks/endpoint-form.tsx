"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { createEndpointAction } from "@/lib/actions/webhooks";
import type { CreateEndpointInput } from "@/lib/domain/webhooks/schema";
import type { WebhookFormat } from "@/lib/domain/webhooks/types";
import { routes } from "@/lib/routes";
import { EventChoice } from "./event-choice";
import { Refused } from "./refused";
import { SecretReveal } from "./secret-reveal";
import { useWebhookAction } from "./use-webhook-action";

const FIRST_EVENTS = ["sms.received", "order.completed", "order.canceled", "order.expired"];

/** Where to and what of; afterwards its secret, this once. */
export function EndpointForm({ projects }: { projects: { id: string; name: string }[] }) {
  const t = useTranslations("webhooks");
  const [made, setMade] = useState<{ endpointId: string; secret: string } | null>(null);
  const [typed, setTyped] = useState({ url: "", description: "", projectId: "", isSandbox: false });
  const [format, setFormat] = useState<WebhookFormat>("STANDARD");
  const [events, setEvents] = useState<string[]>(FIRST_EVENTS);
  const { refusal, setRefusal, callbacks } = useWebhookAction<{ endpointId: string; secret: string }>(
    setMade,
  );
  const { execute, isPending } = useAction(createEndpointAction, callbacks);
  const isPush = format === "SMS_ACTIVATE";
  const noEvents = !isPush && events.length === 0;

  if (made)
    return (
      <div className="flex flex-col gap-4">
        <SecretReveal secret={made.secret} text={t("secret.once")} />
        <LinkButton href={routes.webhook(made.endpointId)} className="self-start">
          {t("form.open")}
        </LinkButton>
      </div>
    );

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isPending) return;
    if (noEvents) return setRefusal({ ok: false, reason: "invalid_input" });
    const { projectId, ...rest } = typed;
    execute({ ...rest, projectId: projectId || null, format, events } as CreateEndpointInput);
  }

  const isOfUrl = refusal?.reason === "webhook_url_refused";
  return (
    <form onSubmit={submit} className="flex flex-col gap-6" noValidate>
      <TextField
        name="url"
        label={t("form.url")}
        hint={t("form.urlHint")}
        error={isOfUrl ? <Refused refusal={refusal} /> : undefined}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        value={typed.url}
        onChange={(event) => setTyped({ ...typed, url: event.currentTarget.value })}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          name="description"
          label={t("form.description")}
          hint={t("form.descriptionHint")}
          maxLength={120}
          value={typed.description}
          onChange={(event) => setTyped({ ...typed, description: event.currentTarget.value })}
        />
        <Select
          name="projectId"
          label={t("form.project")}
          hint={t("form.projectHint")}
          value={typed.projectId}
          onChange={(event) => setTyped({ ...typed, projectId: event.currentTarget.value })}
          options={[
            { value: "", label: t("form.wholeAccount") },
            ...projects.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          name="format"
          label={t("form.format")}
          hint={t(isPush ? "form.pushHint" : "form.standardHint")}
          value={format}
          onChange={(event) =>
            setFormat(event.currentTarget.value === "SMS_ACTIVATE" ? "SMS_ACTIVATE" : "STANDARD")
          }
          options={[
            { value: "STANDARD", label: t("formats.STANDARD") },
            { value: "SMS_ACTIVATE", label: t("formats.SMS_ACTIVATE") },
          ]}
        />
        <Checkbox
          name="isSandbox"
          label={t("form.sandbox")}
          hint={t("form.sandboxHint")}
          checked={typed.isSandbox}
          onChange={(event) => setTyped({ ...typed, isSandbox: event.currentTarget.checked })}
        />
      </div>
      {!isPush && <EventChoice chosen={events} onChange={setEvents} />}
      {noEvents && <p className="text-ink-2 text-sm">{t("form.noEvents")}</p>}
      {!isOfUrl && <Refused refusal={refusal} />}
      <Button type="submit" variant="primary" pending={isPending} className="self-start">
        {t("form.create")}
      </Button>
    </form>
  );
}
