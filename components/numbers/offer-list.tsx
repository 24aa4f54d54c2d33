"use client";

import { useTranslations } from "next-intl";
import { Fragment, type RefObject, useRef, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Refusal } from "@/lib/domain/kernel/result";
import { searchThings } from "@/lib/domain/kernel/search";
import { type BuyView, buyHref, readCeiling } from "./buy-view";
import { OfferFilters } from "./offer-filters";
import { type AwaitedRows, useOfferFocus } from "./offer-focus";
import type { OperatorChoice } from "./offer-operator";
import { OfferRefusal } from "./offer-refusal";
import { OfferRow } from "./offer-row";
import { RentBar } from "./rent-bar";
import { type RentOffer, sortOffers, withinPrice } from "./rent-offer";
import { useFreshPage } from "./use-fresh-page";
import { useRowsInSteps } from "./use-rows-in-steps";

interface OfferListProps {
  view: BuyView;
  /** The chosen service's or country's name. */
  title: string;
  offers: RentOffer[];
  operators: readonly OperatorChoice[];
  /** A rent above this asks first, a decimal string. */
  confirmAbove: string | null;
  areShortcutsOn: boolean;
  /** Whose rows these are; null before anything was chosen. */
  picked: string | null;
  /** What was just chosen in the other pane: the focus goes on from there, once. */
  takesFocus: RefObject<AwaitedRows | null>;
}

/** The right pane: each offer as a row with its real price, stock, rate and wait, and one button that names the price. */
export function OfferList(props: OfferListProps) {
  const { view, title, offers, operators, confirmAbove, areShortcutsOn, picked, takesFocus } = props;
  const t = useTranslations("numbers.buy");
  const [refusal, setRefusal] = useState<{ refusal: Refusal; offer: RentOffer } | null>(null);
  const [query, setQuery] = useState("");
  const [ceiling, setCeiling] = useState(view.max ?? "");
  const takesBar = useRef(false);
  const shown = useRowsInSteps();
  useFreshPage();

  const isPinned = (offer: RentOffer) =>
    view.by === "service"
      ? offer.country.iso2.toLowerCase() === view.country
      : offer.service.slug === view.service;
  const pinned = offers.find(isPinned) ?? null;
  // What the address named on arrival comes first; what is chosen in the list stays where it is.
  const [first] = useState(pinned?.offerId);
  const named = sortOffers(withinPrice(offers, readCeiling(ceiling)), view.sort).map((offer) => ({
    offer,
    name: view.by === "service" ? offer.country.name : offer.service.name,
    code: view.by === "service" ? offer.country.iso2 : offer.service.slug,
    aliases: view.by === "service" ? [offer.country.phoneCode] : [],
  }));
  const sorted = searchThings(named, query)
    .map(({ offer }) => offer)
    .sort((a, b) => Number(b.offerId === first) - Number(a.offerId === first));

  const focus = useOfferFocus({ rows: sorted, areShortcutsOn, picked, takesFocus });
  const drawn = sorted.slice(0, shown);
  const stop = focus.stopOf(
    drawn.map((offer) => offer.offerId),
    pinned?.offerId,
  );
  const onRefused = (answer: Refusal | null, about: RentOffer) =>
    setRefusal(answer && { refusal: answer, offer: about });

  const clear = () => {
    setQuery("");
    setCeiling("");
  };
  const others = sorted
    .filter((offer) => offer.stock > 0 && offer.offerId !== refusal?.offer.offerId)
    .slice(0, 3);
  // Said where the button was pressed: above a long list it would not be seen, and would push the rows under the pointer.
  const refusedId = refusal?.offer.offerId;
  const isSaidThere = pinned?.offerId === refusedId || drawn.some(({ offerId }) => offerId === refusedId);
  const refusalNote = refusal && (
    <OfferRefusal
      refusal={refusal}
      back={buyHref(view)}
      others={others}
      nameOf={(offer) => (view.by === "service" ? offer.country.name : offer.service.name)}
      onChoose={(offer) => focus.goTo(offer.offerId)}
    />
  );
  return (
    <section
      aria-labelledby="offers-heading"
      data-chosen={pinned ? "true" : undefined}
      // Room for the bar that lies over the end of the page.
      className="flex min-w-0 flex-col gap-3 max-md:data-chosen:pb-28"
    >
      <OfferFilters
        view={view}
        title={title}
        operators={operators}
        countryName={(view.by === "service" ? pinned?.country.name : title) ?? title}
        heading={focus.heading}
        query={query}
        onQuery={setQuery}
        ceiling={ceiling}
        onCeiling={setCeiling}
      />
      {!isSaidThere && refusalNote}
      {sorted.length === 0 ? (
        <EmptyState
          title={t("noOffers")}
          text={t("noOffersText")}
          action={
            <LinkButton variant="secondary" href={buyHref(view, { max: null })} onClick={clear}>
              {t("clearFilters")}
            </LinkButton>
          }
        />
      ) : (
        <ul
          ref={focus.list}
          onFocus={focus.handlers.onFocus}
          onKeyDown={focus.onKeyDown}
          className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface md:grid md:grid-cols-[minmax(10rem,1fr)_auto_auto_auto_auto]"
        >
          <li
            aria-hidden="true"
            className="col-span-full hidden grid-cols-subgrid gap-x-6 bg-sunken px-4 py-2 text-ink-2 text-xs md:grid"
          >
            <span>{t(view.by === "service" ? "country" : "app")}</span>
            <span>{t("stock")}</span>
            <span>{t("rateLabel")}</span>
            <span>{t("waitLabel")}</span>
            <span className="justify-self-end">{t("price")}</span>
          </li>
          {drawn.map((offer, index) => (
            <Fragment key={offer.offerId}>
              <OfferRow
                offer={offer}
                by={view.by}
                href={buyHref(
                  view,
                  view.by === "service"
                    ? { country: offer.country.iso2.toLowerCase() }
                    : { service: offer.service.slug },
                )}
                onChosen={() => {
                  takesBar.current = offer !== pinned;
                }}
                isPinned={offer === pinned}
                isNextStep={index === 0}
                confirmAbove={confirmAbove}
                isTabStop={offer.offerId === stop}
                onRefused={onRefused}
              />
              {offer.offerId === refusedId && (
                <li className="col-span-full bg-sunken px-4 py-2.5 max-md:hidden">{refusalNote}</li>
              )}
            </Fragment>
          ))}
        </ul>
      )}
      {pinned && (
        <RentBar
          view={view}
          offer={pinned}
          operators={operators}
          confirmAbove={confirmAbove}
          takesFocus={takesBar}
          onRefused={onRefused}
          refusal={pinned.offerId === refusedId && refusalNote}
        />
      )}
      {areShortcutsOn && <p className="hidden text-ink-3 text-xs md:block">{t("keys")}</p>}
    </section>
  );
}
