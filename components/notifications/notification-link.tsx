"use client";

import type { ReactNode } from "react";
import { markReadAction } from "@/lib/actions/notifications";
import { Link } from "@/lib/i18n/navigation";

interface NotificationLinkProps {
  id: string;
  href: string | null;
  isRead: boolean;
  children: ReactNode;
}

/** Goes where the news leads, and marks it as read on the way. */
export function NotificationLink({ id, href, isRead, children }: NotificationLinkProps) {
  const words = isRead ? "text-ink-2" : "font-medium";
  if (!href) return <span className={words}>{children}</span>;
  return (
    <Link
      href={href}
      prefetch={false}
      onClick={() => {
        if (!isRead) void markReadAction({ notificationId: id });
      }}
      className={`${words} underline-offset-2 hover:underline`}
    >
      {children}
    </Link>
  );
}
