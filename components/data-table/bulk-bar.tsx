"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useChosenRows } from "./chosen-rows";

interface BulkBarProps {
  /** The id that the table's checkboxes name; the form sends them as "ids". */
  formId: string;
  action?: ComponentProps<"form">["action"];
  /** What can be done with the chosen rows. */
  children: ReactNode;
}

/** Stands below the list while rows are chosen: how many, what can be done, and letting go of them. */
export function BulkBar({ formId, action, children }: BulkBarProps) {
  const t = useTranslations("table");
  const { chosen, chooseAll } = useChosenRows(formId);
  return (
    <form
      id={formId}
      action={action}
      className={chosen > 0 ? "sticky bottom-3 z-10 max-md:bottom-20" : "hidden"}
    >
      <div className="floating flex flex-wrap items-center gap-3 rounded-panel border border-line bg-surface px-4 py-2 text-sm">
        <p role="status">{t("chosen", { count: chosen })}</p>
        {children}
        <Button variant="ghost" className="ms-auto" onClick={() => chooseAll(false)}>
          {t("chooseNone")}
        </Button>
      </div>
    </form>
  );
}
