"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { archiveProjectAction } from "@/lib/actions/developers";
import { AskToEnd } from "./ask-to-end";
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
  const { outcome, callbacks } = useDeveloperAction();
  const { execute, isPending } = useAction(archiveProjectAction, callbacks);
  return (
    <AskToEnd
      words={{ open: t("open"), title: t("title", { name }), confirm: t("open"), cancel: t("cancel") }}
      description={t("text", { n: keys })}
      outcome={outcome}
      isPending={isPending}
      onConfirm={() => execute({ projectId })}
    />
  );
}
