"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useState } from "react";
import { useRefusalSentence } from "@/components/identity/refusal-sentence";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormError } from "@/components/ui/form-error";
import { archiveProjectAction } from "@/lib/actions/developers";
import { useDeveloperAction } from "./use-developer-action";

interface ArchiveProjectProps {
  projectId: string;
  name: string;
  /** How many of its keys work now. */
  keys: number;
}

/** Closes a project, after a question that says what stops. */
export function ArchiveProject({ projectId, name, keys }: ArchiveProjectProps) {
  const t = useTranslations("apiKeys.archive");
  const [isAsking, setAsking] = useState(false);
  const { outcome, callbacks } = useDeveloperAction(() => setAsking(false));
  const { execute, isPending } = useAction(archiveProjectAction, callbacks);
  const sentence = useRefusalSentence(outcome);
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)} className="self-start">
        {t("open")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("title", { name })}
        description={t("text", { n: keys })}
        confirmLabel={t("open")}
        cancelLabel={t("cancel")}
        pending={isPending}
        danger
        onConfirm={() => execute({ projectId })}
      >
        <FormError>{sentence}</FormError>
      </ConfirmDialog>
    </>
  );
}
