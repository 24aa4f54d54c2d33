import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Flag } from "@/components/layout/flag";
import { Jack } from "@/components/ui/jack";
import { Ltr } from "@/components/ui/ltr";
import type { PriceRow } from "@/lib/domain/catalog/types";
import { formatMoney } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { rentPath } from "./rent-path";

/** One country of one service: a live jack with its price and how often a code came, of how many orders. */
export function BoardJack({ offer, isSignedIn }: { offer: PriceRow; isSignedIn: boolean }) {
  const t = useTranslations("landing");
  const locale = useLocale();
  const format = useFormatter();
  const { service, country, successRate } = offer;
  return (
    <li>
      <Link
        href={rentPath({ service: service.slug, country: country.iso2 }, { isSignedIn, locale })}
        prefetch={false}
        className="group flex min-h-14 items-start gap-1.5 rounded-control px-1 py-2 md:gap-2.5 md:px-2 hover:bg-sunken"
      >
        <Jack
          lit
          className="mt-2 size-5 text-accent transition-transform duration-150 group-hover:scale-110"
        />
        <span className="flex min-w-0 flex-col">
          <span className="flex min-w-0 items-center gap-1 text-sm md:gap-2">
            <Flag iso2={country.iso2} />
            <span className="min-w-0 break-words">{country.name}</span>
          </span>
          <span className="flex flex-col items-start text-sm md:flex-row md:flex-wrap md:items-baseline md:gap-x-2">
            <Ltr className="font-medium tabular-nums">
              {formatMoney(offer.priceMicros, offer.currency, locale)}
            </Ltr>
            {successRate !== null && (
              <span className="text-ink-3 text-xs">
                {t("came", { rate: format.number(successRate, "share"), count: offer.sampleSize })}
              </span>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}
