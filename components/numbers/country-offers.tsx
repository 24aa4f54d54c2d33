"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { Flag } from "@/components/layout/flag";
import { LinkButton } from "@/components/ui/link-button";
import type { Refusal } from "@/lib/domain/kernel/result";
import { formatPercent } from "@/lib/format/number";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { RefusalText } from "./refusal-text";
import { RentButton } from "./rent-button";
import { type RentOffer, SORTS, type Sort, sortOffers, stockBand } from "./rent-offer";

interface CountryOffersProps {
  service: { slug: string; name: string };
  offers: RentOffer[];
  sort: Sort;
}

const BAND_KEYS = { many: "stockMany", some: "stockSome", few: "stockFew", none: "stockNone" } as const;
const SORT_KEYS = { value: "sortValue", price: "sortPrice", speed: "sortSpeed", stock: "sortStock" } as const;

/** The right pane: each country as a row with its real price, stock, rate and wait, and one button that names the price. */
export function CountryOffers({ service, offers, sort }: CountryOffersProps) {
  const t = useTranslations("numbers.buy");
  const locale = useLocale();
  const [refusal, setRefusal] = useState<{ refusal: Refusal; offer: RentOffer } | null>(null);
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const sorted = sortOffers(offers, sort);

  function onKeyDown(event: KeyboardEvent<HTMLLIElement>, index: number): void {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = sorted[(index + step + sorted.length) % sorted.length];
      if (next) buttons.current.get(next.offerId)?.focus();
    }
    if (event.key === "r" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const current = sorted[index];
      if (current) buttons.current.get(current.offerId)?.click();
    }
  }

  const free = sorted.filter((offer) => offer.stock > 0 && offer !== refusal?.offer).slice(0, 3);
  return (
    <section aria-labelledby="countries-heading" className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="countries-heading" className="font-medium text-base">
          {t("countries", { service: service.name })}
        </h2>
        <nav aria-label={t("sort")} className="flex flex-wrap gap-1 text-sm">
          {SORTS.map((option) => (
            <Link
              key={option}
              href={routes.numbers({ service: service.slug, sort: option })}
              aria-current={option === sort ? "true" : undefined}
              replace
              className="rounded-full border border-transparent px-3 py-1.5 text-ink-2 hover:bg-sunken aria-[current]:border-line-strong aria-[current]:text-ink"
            >
              {t(SORT_KEYS[option])}
            </Link>
          ))}
        </nav>
      </div>
      <div role="alert">
        {refusal && (
          <div className="flex flex-wrap items-center gap-3 rounded-panel border border-line-strong bg-surface p-3">
            <RefusalText refusal={refusal.refusal} currency={refusal.offer.currency} />
            {refusal.refusal.reason === "insufficient_funds" && (
              <LinkButton
                variant="secondary"
                href={routes.wallet({ back: routes.numbers({ service: service.slug, sort }) })}
              >
                {t("topUp")}
              </LinkButton>
            )}
            {refusal.refusal.reason === "no_stock" && free.length > 0 && (
              <p className="text-ink-2">
                {t("otherCountries")} {free.map((offer) => offer.country.name).join(", ")}
              </p>
            )}
          </div>
        )}
      </div>
      <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface">
        {sorted.map((offer, index) => (
          <li
            key={offer.offerId}
            data-testid={`offer-${offer.country.iso2.toLowerCase()}`}
            onKeyDown={(event) => onKeyDown(event, index)}
            className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 px-4 py-3 focus-within:bg-sunken md:grid-cols-[minmax(10rem,1.4fr)_5rem_minmax(8rem,1fr)_4rem_auto]"
          >
            <span className="flex min-w-0 items-center gap-3">
              <Flag iso2={offer.country.iso2} />
              <span className="truncate">{offer.country.name}</span>
              <bdi dir="ltr" className="text-ink-3 text-xs tabular-nums">
                +{offer.country.phoneCode}
              </bdi>
            </span>
            <span className="order-3 text-ink-2 text-sm md:order-none">
              <span className="sr-only">{t("stock")}: </span>
              {t(BAND_KEYS[stockBand(offer.stock)])}
            </span>
            <span className="order-4 hidden text-ink-2 text-sm md:order-none md:block">
              <span className="sr-only">{t("rateLabel")}: </span>
              {offer.successRate === null
                ? t("noRate")
                : t("rate", { rate: formatPercent(offer.successRate, locale), sample: offer.sampleSize })}
            </span>
            <span className="order-5 hidden text-ink-2 text-sm tabular-nums md:order-none md:block">
              {offer.medianWaitSeconds !== null && (
                <>
                  <span className="sr-only">{t("waitLabel")}: </span>
                  {t("wait", { seconds: offer.medianWaitSeconds })}
                </>
              )}
            </span>
            <span className="order-2 justify-self-end md:order-none">
              <RentButton
                ref={(button) => {
                  if (button) buttons.current.set(offer.offerId, button);
                  else buttons.current.delete(offer.offerId);
                }}
                offer={offer}
                serviceName={service.name}
                onRefused={(answer, about) => setRefusal(answer && { refusal: answer, offer: about })}
              />
            </span>
          </li>
        ))}
      </ul>
      <p className="hidden text-ink-3 text-xs md:block">{t("keys")}</p>
    </section>
  );
}
