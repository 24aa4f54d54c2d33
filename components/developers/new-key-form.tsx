"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useId, useState } from "react";
import { MethodChoice } from "@/components/billing/method-choice";
import { FormFoot } from "@/components/identity/form-foot";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { Panel } from "@/components/ui/panel";
import { PasswordField } from "@/components/ui/password-field";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { createKeyAction } from "@/lib/actions/developers";
import type { KeyMode, Scope } from "@/lib/domain/api-keys/types";
import { routes } from "@/lib/routes";
import { readKeyForm } from "./key-fields";
import { FRESH_LIMITS, KeyLimits } from "./key-limits";
import { KeyReveal } from "./key-reveal";
import { PASSWORD_REFUSALS } from "./password-refusals";
import { ScopeChoice } from "./scope-choice";
import { useDeveloperAction } from "./use-developer-action";

const MODES = ["SANDBOX", "LIVE"] as const;
const EXPIRIES = ["", "30", "90", "365"] as const;
const USUAL_SCOPES: readonly Scope[] = ["numbers:read", "numbers:write", "wallet:read"];

interface NewKeyFormProps {
  scopes: readonly Scope[];
  projects: readonly { id: string; name: string }[];
  /** The project it is made for. */
  projectId: string;
  /** Where the shop answers, for the first request. */
  origin: string;
}

/** A new key: what it is for and what it may do; then the key itself, this once. */
export function NewKeyForm({ scopes, projects, projectId, origin }: NewKeyFormProps) {
  const t = useTranslations("apiKeys");
  const tFields = useTranslations("auth.fields");
  const group = useId();
  const [mode, setMode] = useState<KeyMode>("SANDBOX");
  const [made, setMade] = useState<{ key: string; keyId: string } | null>(null);
  const { outcome, form, callbacks } = useDeveloperAction<{ ok: true; key: string; keyId: string }>(setMade);
  const { execute, isPending } = useAction(createKeyAction, callbacks);
  const refusal = useRefusalSentence(outcome, PASSWORD_REFUSALS);
  const wrong = useRefusalSentence(outcome);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isPending) return;
    const typed = new FormData(event.currentTarget);
    const text = (name: string) => String(typed.get(name) ?? "");
    execute({
      ...readKeyForm(typed),
      mode,
      projectId: text("projectId"),
      expiresInDays: text("expiresInDays"),
      currentPassword: text("currentPassword"),
    });
  }

  if (made)
    return (
      <KeyReveal
        apiKey={made.key}
        next={routes.apiKey(made.keyId)}
        example={
          mode === "SANDBOX"
            ? `curl ${origin}/api/v1/numbers \\\n  -H "Authorization: Bearer ${made.key}" \\\n  -H "Content-Type: application/json" \\\n  -H "Idempotency-Key: $(date +%s)-$RANDOM" \\\n  -d '{"service":"whatsapp","country":"BR"}'`
            : `curl ${origin}/api/v1/key -H "Authorization: Bearer ${made.key}"`
        }
      />
    );
  return (
    <Panel>
      <form ref={form} onSubmit={submit} className="flex flex-col gap-6" noValidate>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 font-medium text-sm">{t("form.mode")}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {MODES.map((candidate) => (
              <MethodChoice
                key={candidate}
                group={group}
                value={candidate}
                isChosen={candidate === mode}
                title={t(`mode.${candidate}`)}
                text={t(`modeText.${candidate}`)}
                onChoose={() => setMode(candidate)}
              />
            ))}
          </div>
        </fieldset>
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <TextField
            name="name"
            label={t("form.name")}
            hint={t("form.nameHint")}
            error={outcome.invalid.has("name") ? t("form.nameError") : undefined}
            maxLength={80}
            dir="auto"
            autoComplete="off"
            required
          />
          <Select
            name="projectId"
            label={t("form.project")}
            defaultValue={projectId}
            options={[
              { value: "", label: t("form.noProject") },
              ...projects.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Select
            name="expiresInDays"
            label={t("form.expires")}
            options={EXPIRIES.map((days) => ({
              value: days,
              label: days === "" ? t("form.never") : t("form.days", { n: Number(days) }),
            }))}
          />
        </div>
        <ScopeChoice scopes={scopes} chosen={USUAL_SCOPES} />
        <KeyLimits values={FRESH_LIMITS} invalid={outcome.invalid} />
        {mode === "LIVE" && (
          <div className="max-w-sm">
            <PasswordField
              name="currentPassword"
              label={t("form.password")}
              hint={t("form.passwordHint")}
              error={PASSWORD_REFUSALS.some((one) => one === outcome.refusal?.reason) ? wrong : undefined}
              showLabel={tFields("show")}
              hideLabel={tFields("hide")}
              autoComplete="current-password"
              required
            />
          </div>
        )}
        <FormFoot error={refusal} submit={t("form.create")} isPending={isPending} className="sm:self-start" />
      </form>
    </Panel>
  );
}
