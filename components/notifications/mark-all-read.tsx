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
  const { unread } = useLive().state;
  const { execute, isPending } = useAction(markReadAction);
  if (unread === 0) return null;
  return (
    <Button variant="secondary" pending={isPending} onClick={() => execute({})}>
      <CheckCheck aria-hidden="true" className="size-4" />
      {t("markAll")}
    </Button>
  );
}
