"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from "react";
import type { FormOutcome } from "@/components/identity/form-outcome";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { useActionForm } from "@/components/identity/use-action-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormError } from "@/components/ui/form-error";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { DECISIONS, type Decision } from "./decisions";
import { useEffectPreview } from "./use-effect-preview";

export type EffectField = { name: string; label: string; hint?: string } & (
  | { kind: "select"; value?: string; options: ComponentProps<typeof Select>["options"] }
  | { kind: "check" }
  | { kind: "area"; error: string }
  | { kind: "number"; value: string; error: string }
);

export interface EffectDialogProps {
  decision: Decision;
  hidden: Record<string, string>;
  label: string;
  title: ReactNode;
  /** Said while the effect is worked out. */
  working: string;
  fields?: readonly EffectField[];
  asksReason?: boolean;
  danger?: boolean;
}

function Field({ field, isWrong }: { field: EffectField; isWrong: boolean }) {
  const { name, label, hint } = field;
  if (field.kind === "select")
    return (
      <Select name={name} label={label} hint={hint} options={field.options} defaultValue={field.value} />
    );
  if (field.kind === "area")
    return (
      <TextArea
        name={name}
        label={label}
        hint={hint}
        error={isWrong ? field.error : undefined}
        maxLength={400}
        dir="auto"
      />
    );
  if (field.kind === "check") return <Checkbox name={name} label={label} hint={hint} />;
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      error={isWrong ? field.error : undefined}
      defaultValue={field.value}
      inputMode="numeric"
      dir="ltr"
    />
  );
}

/** A decision of an administrator: what it does is worked out and said before it can be made. */
export function EffectDialog(props: EffectDialogProps) {
  const { decision, hidden, label, fields = [], danger } = props;
  const t = useTranslations("users.act");
  const [open, setOpen] = useState(false);
  const { formProps, outcome, isPending } = useActionForm(DECISIONS[decision].act);
  const preview = useEffectPreview(decision);
  const refused = useRefusalSentence(preview.outcome);
  const refusal = useRefusalSentence(outcome);
  const asked = useRef<string>("");
  /** The answer that somebody has typed something else after, by the field. */
  const [edited, setEdited] = useState<Record<string, FormOutcome>>({});
  const isWrong = (name: string) => outcome.invalid.has(name) && edited[name] !== outcome;
  useEffect(() => {
    if (outcome.done) setOpen(false);
  }, [outcome.done]);

  /** Asks only when something changed that the effect depends on. */
  function work(form: HTMLFormElement) {
    const given = Object.fromEntries([...new FormData(form)].filter(([name]) => name !== "reason"));
    const text = JSON.stringify(given);
    if (text === asked.current) return;
    asked.current = text;
    preview.work(given);
  }

  return (
    <>
      <Button
        type="button"
        variant={danger ? "danger" : "secondary"}
        aria-haspopup="dialog"
        onClick={() => {
          asked.current = "";
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={props.title}
        description={
          <span aria-live="polite" className="flex flex-col gap-1 text-sm">
            {preview.lines?.map((line) => <span key={line}>{line}</span>) ??
              refused ??
              (preview.outcome.invalid.size > 0 ? null : props.working)}
          </span>
        }
        confirmLabel={label}
        cancelLabel={t("cancel")}
        pending={isPending}
        danger={danger}
        onConfirm={() => formProps.ref.current?.requestSubmit()}
      >
        <form
          {...formProps}
          ref={(form) => {
            formProps.ref.current = form;
            if (form) work(form);
          }}
          onChange={(event) => {
            work(event.currentTarget);
            const { target } = event;
            if ("name" in target) setEdited({ ...edited, [String(target.name)]: outcome });
          }}
          className="flex flex-col gap-4"
        >
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {fields.map((field) => (
            <Field
              key={field.name}
              field={field}
              isWrong={isWrong(field.name) || preview.outcome.invalid.has(field.name)}
            />
          ))}
          {props.asksReason && (
            <TextArea
              name="reason"
              label={t("reason")}
              hint={t("reasonHint")}
              error={isWrong("reason") ? t("reasonError") : undefined}
              maxLength={400}
              dir="auto"
              required
            />
          )}
          <FormError>{refusal}</FormError>
        </form>
      </ConfirmDialog>
    </>
  );
}
