"use client";

import { CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Button } from "@/components/ui/button";
import { markReadAction } from "@/lib/actions/notifications";

export function MarkAllRead() {
  const t = useTranslations("notifications");
  const { execute, isPending } = useAction(markReadAction);
  return (
    <Button variant="secondary" pending={isPending} onClick={() => execute({})}>
      <CheckCheck aria-hidden="true" className="size-4" />
      {t("markAll")}
    </Button>
  );
}
