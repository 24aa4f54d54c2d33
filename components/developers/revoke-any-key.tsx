"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { useActionForm } from "@/components/identity/use-action-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormError } from "@/components/ui/form-error";
import { TextArea } from "@/components/ui/text-area";
import { revokeAnyKeyAction } from "@/lib/actions/developers";

interface RevokeAnyKeyProps {
  keyId: string;
  name: string;
  username: string;
}

/** An administrator ends somebody's key: what stops is said and a reason asked for. */
export function RevokeAnyKey({ keyId, name, username }: RevokeAnyKeyProps) {
  const t = useTranslations("apiKeys.staff");
  const tAct = useTranslations("users.act");
  const [open, setOpen] = useState(false);
  const { formProps, outcome, isPending } = useActionForm(revokeAnyKeyAction);
  const refusal = useRefusalSentence(outcome);
  useEffect(() => {
    if (outcome.done) setOpen(false);
  }, [outcome.done]);
  return (
    <>
      <Button
        variant="ghost"
        aria-label={t("revokeOf", { name, username })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t("revoke")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t("revokeOf", { name, username })}
        description={t("revokeText")}
        confirmLabel={t("revoke")}
        cancelLabel={tAct("cancel")}
        pending={isPending}
        danger
        onConfirm={() => formProps.ref.current?.requestSubmit()}
      >
        <form {...formProps} className="flex flex-col gap-4">
          <input type="hidden" name="keyId" value={keyId} />
          <TextArea
            name="reason"
            label={tAct("reason")}
            hint={tAct("reasonHint")}
            error={outcome.invalid.has("reason") ? tAct("reasonError") : undefined}
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
