import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Island } from "@/components/feedback/island";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** A list's geometry while it is read. */
export function TableSkeleton() {
  const t = useTranslations("table");
  return (
    <div role="status" aria-label={t("loading")} className="flex flex-col gap-3">
      <Skeleton className="h-14 w-full max-w-xl" />
      <div className="flex flex-col gap-px overflow-hidden rounded-panel border border-line">
        {ROWS.map((row) => (
          <Skeleton key={row} shape="row" className="h-11 max-md:h-28" />
        ))}
      </div>
      <Skeleton className="h-9 w-48" />
    </div>
  );
}

/** A list that is read and fails on its own. Give it a key made of the address, so that another page shows the skeleton. */
export function TableIsland({ children }: { children: ReactNode }) {
  return <Island skeleton={<TableSkeleton />}>{children}</Island>;
}
