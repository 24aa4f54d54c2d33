"use client";

import { type ReactNode, useState } from "react";
import type { FormOutcome } from "@/components/identity/form-outcome";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormError } from "@/components/ui/form-error";

interface AskToEndProps {
  words: { open: string; title: string; confirm: string; cancel: string };
  description: ReactNode;
  outcome: FormOutcome;
  isPending: boolean;
  onConfirm(): void;
}

/** A button that ends something for good, after a question that says what stops. The question goes when it is done. */
export function AskToEnd({ words, description, outcome, isPending, onConfirm }: AskToEndProps) {
  const [isAsking, setAsking] = useState(false);
  const sentence = useRefusalSentence(outcome);
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)} className="self-start">
        {words.open}
      </Button>
      <ConfirmDialog
        open={isAsking && !outcome.done}
        onOpenChange={setAsking}
        title={words.title}
        description={description}
        confirmLabel={words.confirm}
        cancelLabel={words.cancel}
        pending={isPending}
        danger
        onConfirm={onConfirm}
      >
        <FormError>{sentence}</FormError>
      </ConfirmDialog>
    </>
  );
}
