"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { rememberChoice } from "./remember-choice";
import { SIDEBAR_COOKIE, type SidebarWidth } from "./sidebar";

/** Makes the side bar narrow (signs only) and wide again. The frame around it carries the width as data. */
export function SidebarToggle({ initial }: { initial: SidebarWidth }) {
  const t = useTranslations("layout");
  const [width, setWidth] = useState(initial);
  const isWide = width === "wide";
  const Icon = isWide ? PanelLeftClose : PanelLeftOpen;
  return (
    <button
      type="button"
      aria-expanded={isWide}
      aria-label={t("sidebar")}
      title={t("sidebar")}
      onClick={(event) => {
        const next = isWide ? "narrow" : "wide";
        setWidth(next);
        event.currentTarget.closest<HTMLElement>("[data-sidebar]")?.setAttribute("data-sidebar", next);
        rememberChoice(SIDEBAR_COOKIE, next);
      }}
      className="inline-flex size-9 items-center justify-center rounded-control text-ink-3 hover:bg-surface hover:text-ink"
    >
      <Icon aria-hidden="true" className="size-4.5 rtl:-scale-x-100" />
    </button>
  );
}
