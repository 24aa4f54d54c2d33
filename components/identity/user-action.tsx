"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormError } from "@/components/ui/form-error";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import {
  endSessionsAction,
  reinstateUserAction,
  resendVerificationAction,
  setLevelAction,
  setRoleAction,
  suspendUserAction,
} from "@/lib/actions/users";
import { useRefusalSentence } from "./refusal-sentence";
import { useActionForm } from "./use-action-form";

const ACTIONS = {
  suspend: suspendUserAction,
  reinstate: reinstateUserAction,
  level: setLevelAction,
  role: setRoleAction,
  sessions: endSessionsAction,
  resend: resendVerificationAction,
} as const;

export interface UserActionProps {
  kind: keyof typeof ACTIONS;
  hidden: Record<string, string>;
  label: string;
  title: ReactNode;
  /** What happens, before it happens. */
  consequence: ReactNode;
  choice?: { name: string; label: string; value?: string; options: { value: string; label: string }[] };
  danger?: boolean;
  variant?: "secondary" | "ghost" | "danger";
}

/** Something an admin does to a person: the consequence is said and a reason asked for before it happens. */
export function UserAction(props: UserActionProps) {
  const { kind, hidden, label, choice, danger } = props;
  const t = useTranslations("users.act");
  const [open, setOpen] = useState(false);
  const { formProps, outcome, isPending } = useActionForm(ACTIONS[kind]);
  const refusal = useRefusalSentence(outcome);
  useEffect(() => {
    if (outcome.done) setOpen(false);
  }, [outcome.done]);
  return (
    <>
      <Button type="button" variant={props.variant ?? "secondary"} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={props.title}
        description={props.consequence}
        confirmLabel={label}
        cancelLabel={t("cancel")}
        pending={isPending}
        danger={danger}
        onConfirm={() => formProps.ref.current?.requestSubmit()}
      >
        <form {...formProps} className="flex flex-col gap-4">
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {choice && (
            <Select
              name={choice.name}
              label={choice.label}
              options={choice.options}
              defaultValue={choice.value}
            />
          )}
          <TextArea
            name="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            error={outcome.invalid.has("reason") ? t("reasonError") : undefined}
            maxLength={500}
            dir="auto"
            required
          />
          <FormError>{refusal}</FormError>
        </form>
      </ConfirmDialog>
    </>
  );
}
