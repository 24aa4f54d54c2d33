"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Reads the page anew: the way out of a tab that was opened before an update. */
export function ReloadButton() {
  const t = useTranslations("feedback");
  return (
    <Button variant="secondary" onClick={() => window.location.reload()}>
      <RotateCw aria-hidden="true" className="size-4" />
      {t("reload")}
    </Button>
  );
}
