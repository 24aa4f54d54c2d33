"use client";

import { type ReactNode, useEffect, useState } from "react";
import { v4 as newKey } from "uuid";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { useActionForm } from "@/components/identity/use-action-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormError } from "@/components/ui/form-error";
import { TextField } from "@/components/ui/text-field";

interface DecisionField {
  name: string;
  label: string;
  hint?: string;
  /** Said where it is not well formed. */
  error: string;
  value?: string;
  /** An amount or a name of letters and digits: left to right in every language. */
  isAmount?: boolean;
}

interface DecisionButtonProps {
  action: Parameters<typeof useActionForm>[0];
  hidden: Record<string, string>;
  /** Sends a key that is made when the question is asked: sent twice is done once. */
  hasKey?: boolean;
  isDangerous?: boolean;
  variant?: "secondary" | "ghost";
  /** `text` says the consequence. */
  words: { open: string; title: string; text: string; submit: string; keep: string };
  fields: readonly DecisionField[];
  /** What the decision would do, shown above its fields. */
  preview?: ReactNode;
}

/** A decision about money: a button, the question with its consequence, and what must be said for it. */
export function DecisionButton(props: DecisionButtonProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant={props.variant ?? "secondary"} onClick={() => setAsking(true)}>
        {props.words.open}
      </Button>
      {isAsking && <Decision {...props} onEnd={() => setAsking(false)} />}
    </>
  );
}

function Decision(props: DecisionButtonProps & { onEnd(): void }) {
  const { action, hidden, hasKey, isDangerous, words, fields, preview, onEnd } = props;
  const { formProps, outcome, isPending } = useActionForm(action);
  const sentence = useRefusalSentence(outcome);
  const [key] = useState(() => newKey());
  useEffect(() => {
    if (outcome.done) onEnd();
  }, [outcome.done, onEnd]);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onEnd()}
      title={words.title}
      description={words.text}
      confirmLabel={words.submit}
      cancelLabel={words.keep}
      danger={isDangerous}
      pending={isPending}
      onConfirm={() => formProps.ref.current?.requestSubmit()}
    >
      <form {...formProps} className="flex flex-col gap-3">
        {preview}
        {Object.entries(hasKey ? { ...hidden, key } : hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {fields.map(({ name, label, hint, error, value, isAmount }) => (
          <TextField
            key={name}
            name={name}
            label={label}
            hint={hint}
            error={outcome.invalid.has(name) ? error : undefined}
            defaultValue={value}
            maxLength={400}
            autoComplete="off"
            dir={isAmount ? "ltr" : "auto"}
            required
          />
        ))}
        <FormError>{sentence}</FormError>
      </form>
    </ConfirmDialog>
  );
}
