import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { OUTCOMES, type Outcome } from "./history-filter";

const KEYS = { all: "all", running: "running", done: "done", refunded: "refundedFilter" } as const;

export function HistoryFilters({ outcome }: { outcome: Outcome }) {
  const t = useTranslations("numbers.history");
  return (
    <nav aria-label={t("outcome")} className="flex flex-wrap gap-1 text-sm">
      {OUTCOMES.map((option) => (
        <Link
          key={option}
          href={routes.history({ outcome: option })}
          aria-current={option === outcome ? "true" : undefined}
          className="rounded-full border border-transparent px-3 py-1.5 text-ink-2 hover:bg-sunken aria-[current]:border-line-strong aria-[current]:bg-surface aria-[current]:text-ink"
        >
          {t(KEYS[option])}
        </Link>
      ))}
    </nav>
  );
}
