"use client";

import { useTranslations } from "next-intl";
import { useOnline } from "@/components/feedback/use-online";
import { classNames } from "@/components/ui/class-names";

/** Under the header of every page of somebody signed in: the browser has no network, so what stands there may be old. */
export function OfflineNote({ className }: { className: string }) {
  const t = useTranslations("layout");
  const isOnline = useOnline();
  return (
    <p
      role="status"
      className={classNames(
        "sticky z-10 border-line border-b bg-sunken px-4 py-1.5 text-center text-sm text-warn empty:absolute empty:border-0 empty:p-0",
        className,
      )}
    >
      {isOnline ? null : t("offline")}
    </p>
  );
}
