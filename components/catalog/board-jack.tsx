import { useTranslations } from "next-intl";
import { Flag } from "@/components/layout/flag";
import { Jack } from "@/components/ui/jack";
import { Ltr } from "@/components/ui/ltr";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";
import { formatPercent } from "@/lib/format/number";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import type { BoardOffer } from "./board-rows";

interface BoardJackProps {
  offer: BoardOffer;
  serviceSlug: string;
  locale: string;
}

/** One country of one service: lit while numbers are free, with its price and how often a code came. */
export function BoardJack({ offer, serviceSlug, locale }: BoardJackProps) {
  const t = useTranslations("landing");
  const isFree = offer.stock > 0;
  const rate = offer.successRate;
  return (
    <li>
      <Link
        href={routes.numbers({ service: serviceSlug })}
        className="group flex min-h-14 items-start gap-2.5 rounded-control px-2 py-2 hover:bg-sunken"
      >
        <span className={isFree ? "mt-2 text-accent" : "mt-2 text-line-strong"}>
          <Jack lit={isFree} className="size-5" />
        </span>
        <span className="flex min-w-0 flex-col">
          <span className="flex min-w-0 items-center gap-2 text-sm">
            <Flag iso2={offer.country.iso2} />
            <span className="min-w-0 break-words">{offer.country.name}</span>
          </span>
          <span className="flex flex-wrap items-baseline gap-x-2 text-sm">
            <Ltr className="tabular-nums">
              {formatMoney(parseDecimal(offer.price) ?? 0n, offer.currency, locale)}
            </Ltr>
            <span className="text-ink-3 text-xs">
              {!isFree ? t("noneNow") : rate !== null && t("came", { rate: formatPercent(rate, locale) })}
            </span>
          </span>
        </span>
      </Link>
    </li>
  );
}
