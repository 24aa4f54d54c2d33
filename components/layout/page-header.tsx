import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";

interface PageHeaderProps {
  title: ReactNode;
  lead?: ReactNode;
  back?: { href: string; label: string };
  actions?: ReactNode;
}

/** The same header on every page: where one is, what it is for, what can be done. */
export function PageHeader({ title, lead, back, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="flex min-w-0 flex-col gap-1">
        {back && (
          <Link
            href={back.href}
            className="flex items-center gap-1 text-ink-2 text-sm hover:text-ink print:hidden"
          >
            <ChevronLeft aria-hidden="true" className="size-4 rtl:rotate-180" />
            {back.label}
          </Link>
        )}
        <h1 className="font-semibold text-[28px] leading-9 tracking-tight [overflow-wrap:anywhere]">
          {title}
        </h1>
        {lead && <p className="max-w-prose text-ink-2 [overflow-wrap:anywhere]">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
