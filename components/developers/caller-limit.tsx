"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { useActionForm } from "@/components/identity/use-action-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormError } from "@/components/ui/form-error";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { setUserLimitAction } from "@/lib/actions/developers";
import type { UserLimitView } from "@/lib/domain/api-keys/types";

interface CallerLimitProps {
  userId: string;
  username: string;
  limit: UserLimitView;
}

/** What one person's keys may ask for together, how many there may be, or none at all. */
export function CallerLimit({ userId, username, limit }: CallerLimitProps) {
  const t = useTranslations("apiKeys.staff");
  const tAct = useTranslations("users.act");
  const [open, setOpen] = useState(false);
  const { formProps, outcome, isPending } = useActionForm(setUserLimitAction);
  const refusal = useRefusalSentence(outcome);
  useEffect(() => {
    if (outcome.done) setOpen(false);
  }, [outcome.done]);
  return (
    <>
      <Button
        variant="ghost"
        aria-label={t("limitsOf", { username })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t("limits")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t("limitsOf", { username })}
        description={t("limitsText")}
        confirmLabel={t("save")}
        cancelLabel={tAct("cancel")}
        pending={isPending}
        isTall
        onConfirm={() => formProps.ref.current?.requestSubmit()}
      >
        <form {...formProps} className="flex flex-col gap-4">
          <input type="hidden" name="userId" value={userId} />
          <TextField
            name="rateLimit"
            label={t("rate")}
            hint={t("rateHint")}
            error={outcome.invalid.has("rateLimit") ? t("rateError") : undefined}
            defaultValue={limit.rateLimit?.toString() ?? ""}
            inputMode="numeric"
            dir="ltr"
          />
          <TextField
            name="maxKeys"
            label={t("keys")}
            hint={t("keysHint")}
            error={outcome.invalid.has("maxKeys") ? t("keysError") : undefined}
            defaultValue={limit.maxKeys?.toString() ?? ""}
            inputMode="numeric"
            dir="ltr"
          />
          <Checkbox
            name="isBlocked"
            label={t("block")}
            hint={t("blockHint")}
            defaultChecked={limit.isBlocked}
          />
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
