import { useTranslations } from "next-intl";
import { Flag } from "@/components/layout/flag";
import { ServiceIcon } from "@/components/layout/service-icon";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Jack } from "@/components/ui/jack";
import { TextField } from "@/components/ui/text-field";
import type { BoardRow } from "@/lib/domain/catalog/types";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { countryName } from "@/lib/format/country";
import { formatMoney } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";

/** Services and countries with what they cost now; each jack leads to the place where it is rented. Works without scripts. */
export function LandingBoard({ rows, query, locale }: { rows: BoardRow[]; query: string; locale: string }) {
  const t = useTranslations("landing");
  return (
    <div className="flex flex-col gap-4">
      <form method="get" className="flex max-w-xl flex-wrap items-end gap-2">
        <div className="min-w-0 grow">
          <TextField type="search" name="q" label={t("search")} placeholder={t("placeholder")} defaultValue={query} />
        </div>
        <Button type="submit" variant="secondary">
          {t("find")}
        </Button>
      </form>
      {rows.length === 0 ? (
        <EmptyState title={t("nothing", { query })} />
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {rows.map((row) => (
            <li key={row.service.slug} className="flex flex-col gap-3 rounded-panel border border-line bg-surface p-4">
              <h2 className="flex items-center gap-3 font-medium">
                <ServiceIcon slug={row.service.slug} name={row.service.name} />
                {row.service.name}
              </h2>
              <ul className="flex flex-col">
                {row.countries.map((country) => (
                  <li key={country.iso2}>
                    <Link
                      href={routes.numbers({ service: row.service.slug })}
                      className="flex min-h-10 items-center gap-2 rounded-control px-2 text-sm hover:bg-sunken"
                    >
                      <span className={country.stock > 0 ? "text-accent-text" : "text-ink-3"}>
                        <Jack lit={country.stock > 0} />
                      </span>
                      <Flag iso2={country.iso2} />
                      <span className="grow truncate">{countryName(country.iso2, locale, country.name)}</span>
                      <bdi dir="ltr" className="tabular-nums">
                        {formatMoney(parseDecimal(country.price) ?? 0n, country.currency, locale)}
                      </bdi>
                    </Link>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
