"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import type { FormEvent } from "react";
import { DoneLine } from "@/components/identity/done-line";
import { FormFoot } from "@/components/identity/form-foot";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { TextField } from "@/components/ui/text-field";
import { updateKeyAction } from "@/lib/actions/developers";
import type { Scope } from "@/lib/domain/api-keys/types";
import { readKeyForm } from "./key-fields";
import { KeyLimits, type KeyLimitValues } from "./key-limits";
import { ScopeChoice } from "./scope-choice";
import { useDeveloperAction } from "./use-developer-action";

interface EditKeyFormProps {
  keyId: string;
  name: string;
  chosen: readonly Scope[];
  values: KeyLimitValues;
  scopes: readonly Scope[];
}

/** What a key may do from now on; the key itself stays. */
export function EditKeyForm({ keyId, name, chosen, values, scopes }: EditKeyFormProps) {
  const t = useTranslations("apiKeys");
  const { outcome, form, callbacks } = useDeveloperAction();
  const { execute, isPending } = useAction(updateKeyAction, callbacks);
  const refusal = useRefusalSentence(outcome);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!isPending) execute({ ...readKeyForm(new FormData(event.currentTarget)), keyId });
  }

  return (
    <form ref={form} onSubmit={submit} className="flex flex-col gap-6" noValidate>
      <TextField
        name="name"
        label={t("form.name")}
        error={outcome.invalid.has("name") ? t("form.nameError") : undefined}
        defaultValue={name}
        maxLength={80}
        dir="auto"
        autoComplete="off"
        className="max-w-sm"
        required
      />
      <ScopeChoice scopes={scopes} chosen={chosen} />
      <KeyLimits values={values} invalid={outcome.invalid} />
      <FormFoot error={refusal} submit={t("form.save")} isPending={isPending} className="sm:self-start" />
      <DoneLine>{outcome.done ? t("form.saved") : null}</DoneLine>
    </form>
  );
}
