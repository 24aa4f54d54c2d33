"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { revokeKeyAction } from "@/lib/actions/developers";
import { AskToEnd } from "./ask-to-end";
import { useDeveloperAction } from "./use-developer-action";

interface RevokeKeyProps {
  keyId: string;
  name: string;
  /** What was asked with it in the last thirty days. */
  calls: number;
}

/** Ends a key at once, after a question that says what stops. */
export function RevokeKey({ keyId, name, calls }: RevokeKeyProps) {
  const t = useTranslations("apiKeys.revoke");
  const { outcome, callbacks } = useDeveloperAction();
  const { execute, isPending } = useAction(revokeKeyAction, callbacks);
  return (
    <AskToEnd
      words={{ open: t("open"), title: t("title", { name }), confirm: t("confirm"), cancel: t("cancel") }}
      description={
        <>
          {t("text")} {calls > 0 ? t("used", { n: calls }) : t("unused")}
        </>
      }
      outcome={outcome}
      isPending={isPending}
      onConfirm={() => execute({ keyId })}
    />
  );
}
