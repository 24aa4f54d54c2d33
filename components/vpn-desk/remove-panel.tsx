"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { useActionForm } from "@/components/identity/use-action-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormError } from "@/components/ui/form-error";
import { removeVpnPanelAction } from "@/lib/actions/vpn-servers";

interface RemovePanelProps {
  panelId: string;
  words: Record<"remove" | "title" | "text", string>;
}

/** Takes a panel away that nobody uses; what speaks against it is said in the same place. */
export function RemovePanel({ panelId, words }: RemovePanelProps) {
  const tAct = useTranslations("users.act");
  const [open, setOpen] = useState(false);
  const { formProps, outcome, isPending } = useActionForm(removeVpnPanelAction);
  const refusal = useRefusalSentence(outcome);
  return (
    <>
      <Button variant="danger" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={words.title}
        description={words.text}
        confirmLabel={words.remove}
        cancelLabel={tAct("cancel")}
        pending={isPending}
        danger
        onConfirm={() => formProps.ref.current?.requestSubmit()}
      >
        <form {...formProps}>
          <input type="hidden" name="panelId" value={panelId} />
          <FormError>{refusal}</FormError>
        </form>
      </ConfirmDialog>
    </>
  );
}
