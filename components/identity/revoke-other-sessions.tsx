"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormError } from "@/components/ui/form-error";
import { revokeOtherSessionsAction } from "@/lib/actions/identity";
import { DoneLine } from "./done-line";
import { useRefusalSentence } from "./refusal-sentence";
import { useActionForm } from "./use-action-form";

/** Signs all other devices out, after asking. `count` is how many there are. */
export function RevokeOtherSessions({ count }: { count: number }) {
  const t = useTranslations("settings.sessions");
  const [isAsking, setAsking] = useState(false);
  const { formProps, outcome, isPending } = useActionForm(revokeOtherSessionsAction);
  const refusal = useRefusalSentence(outcome);
  return (
    <form {...formProps} className="flex flex-col items-start gap-3">
      {count > 0 && (
        <Button variant="secondary" onClick={() => setAsking(true)} pending={isPending}>
          {t("revokeOthers")}
        </Button>
      )}
      <FormError>{refusal}</FormError>
      <DoneLine>{outcome.done && count === 0 ? t("othersRevoked") : null}</DoneLine>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("revokeOthersTitle")}
        description={t("revokeOthersText", { count })}
        confirmLabel={t("revokeOthers")}
        cancelLabel={t("keep")}
        danger
        onConfirm={() => {
          setAsking(false);
          formProps.ref.current?.requestSubmit();
        }}
      />
    </form>
  );
}
