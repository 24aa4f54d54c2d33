"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Reads the page anew: the way out of a tab that was opened before an update. */
export function ReloadButton() {
  const t = useTranslations("feedback");
  return (
    <Button variant="secondary" onClick={() => window.location.reload()}>
      {t("reload")}
    </Button>
  );
}
