import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { periodName } from "./period-name";

/** Month, quarter, year: links, so that the address says what is shown. */
export function PeriodSwitch({ periods, current }: { periods: readonly number[]; current: number }) {
  const t = useTranslations("subscriptions.plans");
  if (periods.length < 2) return null;
  return (
    <nav aria-label={t("switch")}>
      <ul className="inline-flex flex-wrap gap-1 rounded-control border border-line bg-sunken p-1">
        {periods.map((days) => (
          <li key={days}>
            <Link
              href={routes.vpn({ period: days })}
              scroll={false}
              aria-current={days === current ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-control px-4 text-ink-2 text-sm hover:text-ink aria-[current]:bg-surface aria-[current]:font-medium aria-[current]:text-ink aria-[current]:ring-1 aria-[current]:ring-line-strong md:min-h-8"
            >
              {t(`period.${periodName(days)}`, { n: days })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
