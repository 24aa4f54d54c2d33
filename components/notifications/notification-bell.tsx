"use client";

import { Bell } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useLive } from "@/components/numbers/live-provider";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const MOST_SHOWN = 99;

/** The way to the news, with how many are unread; kept true by the stream. */
export function NotificationBell() {
  const t = useTranslations("notifications");
  const format = useFormatter();
  const { unread } = useLive().state;
  return (
    <Link
      href={routes.notifications()}
      prefetch={false}
      aria-label={t("bell", { count: unread })}
      className="group relative inline-flex min-h-11 min-w-11 items-center justify-center rounded-control md:min-h-9 md:min-w-9"
    >
      <Bell aria-hidden="true" className="size-4.5 opacity-85 group-hover:opacity-100" />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute end-0.5 top-1 min-w-4 rounded-full bg-accent-strong px-1 text-center text-[11px] text-accent-ink leading-4 md:top-0"
        >
          {format.number(Math.min(unread, MOST_SHOWN), "whole")}
          {unread > MOST_SHOWN && "+"}
        </span>
      )}
    </Link>
  );
}
