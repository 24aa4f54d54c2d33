"use client";

import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, lazy } from "react";
import { Button } from "@/components/ui/button";
import { OnDemand } from "@/components/ui/on-demand";

const load = () => import("./column-choices");
const ColumnChoices = lazy(load);

/** The way to the columns that the list shows. */
export function ColumnChooser({ columns }: Pick<ComponentProps<typeof ColumnChoices>, "columns">) {
  const t = useTranslations("table");
  const trigger = (
    <Button variant="secondary" className="noscript:hidden">
      <Columns3 aria-hidden="true" className="size-4" />
      {t("columns")}
    </Button>
  );
  return (
    <OnDemand trigger={trigger} popup="menu" load={load}>
      <ColumnChoices columns={columns} trigger={trigger} />
    </OnDemand>
  );
}
