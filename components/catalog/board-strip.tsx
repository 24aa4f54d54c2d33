import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ServiceIcon } from "@/components/layout/service-icon";
import { formatMoney } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { BoardJack } from "./board-jack";
import type { BoardRow } from "./board-rows";
import { rentPath } from "./rent-path";

/** A phone shows as many; the price list has them all. */
const FEW = 4;

/** One service of the board: its name, and a jack for each country. */
export function BoardStrip({ row, isSignedIn }: { row: BoardRow; isSignedIn: boolean }) {
  const t = useTranslations("landing");
  const locale = useLocale();
  const format = useFormatter();
  const { service, offers, countries } = row;
  return (
    <li className="grid md:grid-cols-[12rem_minmax(0,1fr)]">
      <div className="flex items-center gap-3 px-4 pt-4 md:items-start md:py-4">
        <ServiceIcon slug={service.slug} name={service.name} />
        <div className="flex min-w-0 grow flex-wrap items-baseline justify-between gap-x-4 md:flex-col md:pt-1">
          <h2 className="font-medium">{service.name}</h2>
          {countries > FEW && (
            <Link
              href={routes.pricing({ search: service.name })}
              prefetch={false}
              className="inline-flex min-h-6 items-center text-ink-2 text-sm underline underline-offset-4 hover:text-ink"
            >
              {t("more", { count: countries })}
            </Link>
          )}
        </div>
      </div>
      <ul
        aria-label={t("countriesOf", { service: service.name })}
        className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] max-md:[&>li:nth-child(n+5)]:hidden gap-x-1 p-2 lg:grid-cols-[repeat(auto-fill,minmax(12rem,1fr))]"
      >
        {offers.map(({ offerId, country, priceMicros, currency, successRate, sampleSize }) => (
          <BoardJack
            key={offerId}
            href={rentPath({ service: service.slug, country: country.iso2 }, { isSignedIn, locale })}
            country={{ iso2: country.iso2, name: country.name }}
            price={formatMoney(priceMicros, currency, locale)}
            came={
              successRate === null
                ? null
                : t("came", { rate: format.number(successRate, "share"), count: sampleSize })
            }
          />
        ))}
      </ul>
    </li>
  );
}
