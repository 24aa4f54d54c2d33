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
        className="group grid min-h-14 grid-cols-[auto_auto_minmax(0,1fr)] content-start items-center gap-x-1.5 rounded-control px-1 py-2 text-sm hover:bg-sunken md:gap-x-2.5 md:px-2"
      >
        <Jack
          lit
          className="row-span-2 mt-2 size-5 self-start text-accent transition-transform duration-150 group-hover:scale-110"
        />
        <Flag iso2={country.iso2} />
        <span className="break-words">{country.name}</span>
        <span className="col-span-2 col-start-2 flex flex-col items-start md:flex-row md:flex-wrap md:items-baseline md:gap-x-2">
          <Ltr className="font-medium tabular-nums">
            {formatMoney(offer.priceMicros, offer.currency, locale)}
          </Ltr>
          {successRate !== null && (
            <span className="text-ink-3 text-xs">
              {t("came", { rate: format.number(successRate, "share"), count: offer.sampleSize })}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
