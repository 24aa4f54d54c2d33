"use client";

import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { usePathname } from "@/lib/i18n/navigation";

interface AdminSectionsProps {
  label: string;
  children: ReactNode;
}

/** The back office's places where there is no room for a side bar: opens under the ink bar, closes when one is there. */
export function AdminSections({ label, children }: AdminSectionsProps) {
  const path = usePathname();
  return (
    <details
      key={path}
      className="group lg:hidden"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !event.currentTarget.open) return;
        event.currentTarget.open = false;
        event.currentTarget.querySelector("summary")?.focus();
      }}
    >
      <summary className="flex min-h-11 list-none items-center gap-1.5 rounded-control px-2 text-sm hover:bg-on-bar/10 [&::-webkit-details-marker]:hidden">
        {label}
        <ChevronDown aria-hidden="true" className="size-4 group-open:rotate-180" />
      </summary>
      <div className="absolute inset-x-0 top-full max-h-[calc(100dvh-3rem)] overflow-y-auto border-line border-b bg-sunken p-3 text-ink shadow-[var(--shadow-float)]">
        {children}
      </div>
    </details>
  );
}
