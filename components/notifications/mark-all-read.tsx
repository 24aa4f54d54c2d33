"use client";

import { CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { useLive } from "@/components/numbers/live-provider";
import { Button } from "@/components/ui/button";
import { markReadAction } from "@/lib/actions/notifications";

/** Offered while something is unread. */
export function MarkAllRead() {
  const t = useTranslations("notifications");
  const refusals = useTranslations("refusals");
  const { unread } = useLive().state;
  const { execute, isPending, hasErrored } = useAction(markReadAction);
  if (unread === 0) return null;
  return (
    <span className="inline-flex flex-wrap items-center gap-3">
      <Button variant="secondary" pending={isPending} onClick={() => execute({})}>
        <CheckCheck aria-hidden="true" className="size-4" />
        {t("markAll")}
      </Button>
      <span role="alert" className="text-bad text-sm">
        {hasErrored && refusals("unavailable")}
      </span>
    </span>
  );
}
