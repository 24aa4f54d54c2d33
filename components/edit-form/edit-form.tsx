"use client";

import { createContext, type ReactNode, use } from "react";
import { DoneLine } from "@/components/identity/done-line";
import type { FormOutcome } from "@/components/identity/form-outcome";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { useActionForm } from "@/components/identity/use-action-form";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import type { RefusalCode } from "@/lib/domain/kernel/errors";

export interface EditWords {
  submit: string;
  done: string;
  /** Stands before what somebody else saved in the meantime. */
  storedNow: string;
  yes: string;
  no: string;
  nothing: string;
}

type FieldRefusals = Partial<Record<RefusalCode, string>>;

interface EditFormProps {
  action: Parameters<typeof useActionForm>[0];
  /** The version that the reader saw; left out where entries are only added. */
  version?: number;
  hidden: Record<string, string>;
  words: EditWords;
  /** Beside the button. */
  foot?: ReactNode;
  variant?: "primary" | "secondary" | "danger";
  /** The reader may look and not change. */
  isReadOnly?: boolean;
  /** Refusals that are said at a field of this form instead of below it, with the field's name. */
  atField?: FieldRefusals;
  className?: string;
  children?: ReactNode;
}

interface Editing {
  outcome: FormOutcome;
  words: EditWords;
  /** What was refused because of one field, in words. */
  said: { field: string; sentence: ReactNode } | null;
}

const EditContext = createContext<Editing | null>(null);

/** What the form around it was answered. */
export function useEditing(): Editing {
  const editing = use(EditContext);
  if (!editing) throw new Error("an edit field needs an EditForm around it");
  return editing;
}

/**
 * A form that names the version it saw. When somebody else saved first, what was typed stays, their values stand beside
 * it, and the next press replaces them knowingly.
 */
export function EditForm(props: EditFormProps) {
  const {
    action,
    version,
    hidden,
    words,
    foot,
    variant = "primary",
    isReadOnly,
    atField = {},
    className,
    children,
  } = props;
  const { formProps, outcome, isPending } = useActionForm(action);
  const sentence = useRefusalSentence(outcome);
  const told = outcome.refusal?.reason === "changed_meanwhile" ? outcome.refusal.details?.version : undefined;
  const seen = Math.max(version ?? 0, typeof told === "number" ? told : 0);
  const field = outcome.refusal ? atField[outcome.refusal.reason] : undefined;
  const said = field === undefined ? null : { field, sentence };
  const fields = <EditContext value={{ outcome, words, said }}>{children}</EditContext>;
  if (isReadOnly)
    return (
      <fieldset disabled className={className ?? "flex flex-col gap-4"}>
        {fields}
      </fieldset>
    );
  return (
    <form {...formProps} className={className ?? "flex flex-col gap-4"}>
      {version !== undefined && <input type="hidden" name="version" value={seen} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields}
      <FormError>{said ? null : sentence}</FormError>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant={variant} pending={isPending}>
          {words.submit}
        </Button>
        {foot}
        <DoneLine>{outcome.done && !isPending ? words.done : null}</DoneLine>
      </div>
    </form>
  );
}
