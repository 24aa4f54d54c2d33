"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import { OnDemand } from "@/components/ui/on-demand";
import type { Theme } from "./theme";

const load = () => import("./more-places");
const MorePlaces = lazy(load);

interface MoreSheetProps {
  theme: Theme;
  isStaff: boolean;
  triggerClassName: string;
}

/** The way to what the bottom bar has no room for. */
export function MoreSheet({ theme, isStaff, triggerClassName }: MoreSheetProps) {
  const t = useTranslations("layout");
  const trigger = (
    <button type="button" className={triggerClassName}>
      <Ellipsis aria-hidden="true" className="size-5" />
      {t("more")}
    </button>
  );
  return (
    <OnDemand trigger={trigger} popup="dialog" load={load}>
      <MorePlaces theme={theme} isStaff={isStaff} trigger={trigger} />
    </OnDemand>
  );
}
