import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import type { OverviewRange } from "@/lib/domain/overview/types";
import { getPathname, Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

const FIXED = ["today", "7", "30", "90"] as const;

const CHIP =
  "inline-flex min-h-11 items-center rounded-control border border-line-strong bg-surface px-3 text-sm hover:bg-sunken aria-[current]:border-ink aria-[current]:bg-sunken aria-[current]:font-medium md:min-h-9";

/** Which days are looked at: links for the usual ones, two dates for others. The address says it. */
export function RangeBar({ range }: { range: OverviewRange }) {
  const t = useTranslations("overview.range");
  const locale = useLocale();
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <nav aria-label={t("label")}>
        <ul className="flex flex-wrap gap-2">
          {FIXED.map((key) => (
            <li key={key}>
              <Link
                href={routes.admin({ range: key })}
                aria-current={range.key === key ? "true" : undefined}
                className={CHIP}
              >
                {t(`keys.${key}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <form
        action={getPathname({ href: routes.admin(), locale })}
        className="flex flex-wrap items-end gap-2 [&_label]:font-normal [&_label]:text-ink-2 [&_label]:text-xs"
      >
        <input type="hidden" name="range" value="custom" />
        {(["from", "to"] as const).map((end) => (
          <DateField
            // Another range from the address starts the field anew.
            key={`${end}-${range[end]}`}
            label={t(end)}
            name={end}
            defaultValue={range[end]}
            className="max-w-36"
            required
          />
        ))}
        <Button type="submit" variant="secondary" aria-current={range.key === "custom" ? "true" : undefined}>
          {t("show")}
        </Button>
      </form>
    </div>
  );
}
