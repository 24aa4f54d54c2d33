"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Refusal } from "@/lib/domain/kernel/result";
import { searchThings } from "@/lib/domain/kernel/search";
import { type BuyView, buyHref } from "./buy-view";
import { OfferFilters } from "./offer-filters";
import { OfferRefusal } from "./offer-refusal";
import { OfferRow } from "./offer-row";
import { type RentOffer, sortOffers, withinPrice } from "./rent-offer";
import { useFreshPage } from "./use-fresh-page";

interface OfferListProps {
  view: BuyView;
  /** The chosen service's or country's name. */
  title: string;
  offers: RentOffer[];
  /** A rent above this asks first, a decimal string. */
  confirmAbove: string | null;
  areShortcutsOn: boolean;
  /** The choice came from the keyboard: the first row takes the focus, once. */
  takesFocus: RefObject<boolean>;
}

/** The right pane: each offer as a row with its real price, stock, rate and wait, and one button that names the price. */
export function OfferList({ view, title, offers, confirmAbove, areShortcutsOn, takesFocus }: OfferListProps) {
  const t = useTranslations("numbers.buy");
  const [refusal, setRefusal] = useState<{ refusal: Refusal; offer: RentOffer } | null>(null);
  const [query, setQuery] = useState("");
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  useFreshPage();

  const isPinned = (offer: RentOffer) =>
    view.by === "service"
      ? offer.country.iso2.toLowerCase() === view.country
      : offer.service.slug === view.service;
  const named = sortOffers(withinPrice(offers, view.max), view.sort).map((offer) => ({
    offer,
    name: view.by === "service" ? offer.country.name : offer.service.name,
    code: view.by === "service" ? offer.country.iso2 : offer.service.slug,
    aliases: view.by === "service" ? [offer.country.phoneCode] : [],
  }));
  const sorted = searchThings(named, query)
    .map(({ offer }) => offer)
    .sort((a, b) => Number(isPinned(b)) - Number(isPinned(a)));

  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    const first = sorted.find((offer) => offer.stock > 0);
    if (first) buttons.current.get(first.offerId)?.focus();
  });

  function onKeyDown(event: KeyboardEvent<HTMLLIElement>, index: number): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const next = sorted[(index + step + sorted.length) % sorted.length];
      if (next) buttons.current.get(next.offerId)?.focus();
    }
    if (areShortcutsOn && event.key === "r" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const current = sorted[index];
      if (current) buttons.current.get(current.offerId)?.click();
    }
  }

  const others = sorted
    .filter((offer) => offer.stock > 0 && offer.offerId !== refusal?.offer.offerId)
    .slice(0, 3);
  return (
    <section aria-labelledby="offers-heading" className="flex min-w-0 flex-col gap-3">
      <OfferFilters view={view} title={title} query={query} onQuery={setQuery} />
      <OfferRefusal
        refusal={refusal}
        back={buyHref(view)}
        others={others}
        nameOf={(offer) => (view.by === "service" ? offer.country.name : offer.service.name)}
        onChoose={(offer) => buttons.current.get(offer.offerId)?.focus()}
      />
      {sorted.length === 0 ? (
        <EmptyState
          title={t("noOffers")}
          text={t("noOffersText")}
          action={
            <LinkButton variant="secondary" href={buyHref(view, { max: null })} onClick={() => setQuery("")}>
              {t("clearFilters")}
            </LinkButton>
          }
        />
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface md:grid md:grid-cols-[minmax(10rem,1fr)_auto_auto_auto_auto]">
          {sorted.map((offer, index) => (
            <OfferRow
              key={offer.offerId}
              offer={offer}
              by={view.by}
              isPinned={isPinned(offer)}
              isNextStep={index === 0}
              confirmAbove={confirmAbove}
              onKeyDown={(event) => onKeyDown(event, index)}
              onRefused={(answer, about) => setRefusal(answer && { refusal: answer, offer: about })}
              buttonRef={(button) => {
                if (button) buttons.current.set(offer.offerId, button);
                else buttons.current.delete(offer.offerId);
              }}
            />
          ))}
        </ul>
      )}
      {areShortcutsOn && <p className="hidden text-ink-3 text-xs md:block">{t("keys")}</p>}
    </section>
  );
}
