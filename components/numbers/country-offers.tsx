"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { LinkButton } from "@/components/ui/link-button";
import type { Refusal } from "@/lib/domain/kernel/result";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { OfferRow } from "./offer-row";
import { RefusalText } from "./refusal-text";
import { type RentOffer, SORTS, type Sort, sortOffers } from "./rent-offer";

interface CountryOffersProps {
  service: { slug: string; name: string };
  offers: RentOffer[];
  sort: Sort;
}

const SORT_KEYS = { value: "sortValue", price: "sortPrice", speed: "sortSpeed", stock: "sortStock" } as const;

/** The right pane: each country as a row with its real price, stock, rate and wait, and one button that names the price. */
export function CountryOffers({ service, offers, sort }: CountryOffersProps) {
  const t = useTranslations("numbers.buy");
  const layout = useTranslations("layout");
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
            {refusal.refusal.reason === "session_expired" && (
              <LinkButton
                variant="secondary"
                href={routes.signIn({ back: routes.numbers({ service: service.slug, sort }) })}
              >
                {layout("signIn")}
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
      <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface md:grid md:grid-cols-[minmax(10rem,1fr)_auto_auto_auto_auto]">
        {sorted.map((offer, index) => (
          <OfferRow
            key={offer.offerId}
            offer={offer}
            serviceName={service.name}
            isNextStep={index === 0}
            onKeyDown={(event) => onKeyDown(event, index)}
            onRefused={(answer, about) => setRefusal(answer && { refusal: answer, offer: about })}
            buttonRef={(button) => {
              if (button) buttons.current.set(offer.offerId, button);
              else buttons.current.delete(offer.offerId);
            }}
          />
        ))}
      </ul>
      <p className="hidden text-ink-3 text-xs md:block">{t("keys")}</p>
    </section>
  );
}
