"use client";

import { useTranslations } from "next-intl";
import type { FormEvent, Ref } from "react";
import { TextField } from "@/components/ui/text-field";
import { Link, useRouter } from "@/lib/i18n/navigation";
import { type BuyView, buyHref, readCeiling } from "./buy-view";
import { OfferOperator, type OperatorChoice } from "./offer-operator";
import { SORTS } from "./rent-offer";

const SORT_KEYS = { value: "sortValue", price: "sortPrice", speed: "sortSpeed", stock: "sortStock" } as const;

interface OfferFiltersProps {
  view: BuyView;
  title: string;
  /** Of the chosen country; none where nothing is sold by operator. */
  operators: readonly OperatorChoice[];
  countryName: string;
  heading: Ref<HTMLHeadingElement>;
  query: string;
  onQuery(query: string): void;
  /** The highest price that was typed; the rows follow at once, the address when it is done. */
  ceiling: string;
  onCeiling(ceiling: string): void;
}

/** What the rows are, in which order, and which of them. Order and ceiling are in the address. */
export function OfferFilters(props: OfferFiltersProps) {
  const { view, title, operators, countryName, heading, query, onQuery, ceiling, onCeiling } = props;
  const t = useTranslations("numbers.buy");
  const router = useRouter();
  const isUnreadable = ceiling.trim() !== "" && readCeiling(ceiling) === null;
  const applyCeiling = (event: FormEvent) => {
    event.preventDefault();
    const max = readCeiling(ceiling);
    if (!isUnreadable && max !== view.max) router.push(buyHref(view, { max }), { scroll: false });
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 ref={heading} id="offers-heading" tabIndex={-1} className="font-medium text-base outline-none">
          {view.by === "service" ? t("countries", { service: title }) : t("servicesIn", { country: title })}
        </h2>
        <nav aria-label={t("sort")} className="flex flex-wrap gap-1 text-sm">
          {SORTS.map((option) => (
            <Link
              key={option}
              href={buyHref(view, { sort: option })}
              aria-current={option === view.sort ? "true" : undefined}
              replace
              scroll={false}
              prefetch={false}
              className="inline-flex min-h-11 items-center rounded-full border border-transparent px-2 text-ink-2 hover:bg-sunken sm:px-3 md:min-h-8.5 aria-[current]:border-line-strong aria-[current]:text-ink"
            >
              {t(SORT_KEYS[option])}
            </Link>
          ))}
        </nav>
      </div>
      <form
        onSubmit={applyCeiling}
        className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap [&_label]:font-normal [&_label]:text-ink-2 [&_label]:text-xs"
      >
        <TextField
          label={t(view.by === "service" ? "filterCountry" : "filterService")}
          value={query}
          onChange={(event) => onQuery(event.currentTarget.value)}
          autoComplete="off"
          className="w-full sm:w-48"
        />
        <TextField
          label={t("maxPrice")}
          value={ceiling}
          onChange={(event) => onCeiling(event.currentTarget.value)}
          error={isUnreadable ? t("badMaxPrice") : undefined}
          onBlur={applyCeiling}
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          className="w-full sm:w-32"
        />
        {/* A form of two fields takes Enter only with a button. */}
        <button type="submit" tabIndex={-1} aria-hidden="true" className="hidden" />
        {operators.length > 0 && (
          // In a hand, where a country is chosen last, it stands in the bar below.
          <div className={view.by === "service" ? "max-md:hidden sm:w-52" : "col-span-full sm:w-52"}>
            <OfferOperator view={view} operators={operators} country={countryName} />
          </div>
        )}
      </form>
    </div>
  );
}
