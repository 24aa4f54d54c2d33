import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { Placeholder } from "./placeholder";

/** A page's geometry inside its frame, while the page is read: its name, its facts, its list. */
export function PageSkeleton({ hasHeader = true }: { hasHeader?: boolean }) {
  const t = useTranslations("table");
  return (
    <Placeholder>
      <div role="status" aria-label={t("loading")} className="flex flex-col gap-6">
        {hasHeader && (
          <div className="flex flex-col gap-2">
            <Skeleton className="h-9 w-full max-w-64" />
            <Skeleton className="h-5 w-full max-w-96" />
          </div>
        )}
        <Skeleton shape="panel" className="h-36" />
        <Skeleton shape="panel" className="h-72" />
        <p className="slow-note text-ink-2 text-sm">{t("loadingLong")}</p>
      </div>
    </Placeholder>
  );
}
