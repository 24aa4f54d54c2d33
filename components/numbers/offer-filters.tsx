"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { TextField } from "@/components/ui/text-field";
import { Link, useRouter } from "@/lib/i18n/navigation";
import { type BuyView, buyHref, readCeiling } from "./buy-view";
import { SORTS } from "./rent-offer";

const SORT_KEYS = { value: "sortValue", price: "sortPrice", speed: "sortSpeed", stock: "sortStock" } as const;

interface OfferFiltersProps {
  view: BuyView;
  title: string;
  query: string;
  onQuery(query: string): void;
}

/** What the rows are, in which order, and which of them. Order and ceiling are in the address. */
export function OfferFilters({ view, title, query, onQuery }: OfferFiltersProps) {
  const t = useTranslations("numbers.buy");
  const router = useRouter();
  const [ceiling, setCeiling] = useState(view.max ?? "");
  const applyCeiling = (event: FormEvent) => {
    event.preventDefault();
    const max = readCeiling(ceiling);
    if (max !== view.max) router.push(buyHref(view, { max }), { scroll: false });
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="offers-heading" className="font-medium text-base">
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
              className="rounded-full border border-transparent px-3 py-1.5 text-ink-2 hover:bg-sunken aria-[current]:border-line-strong aria-[current]:text-ink"
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
          onChange={(event) => setCeiling(event.currentTarget.value)}
          onBlur={applyCeiling}
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          className="w-full sm:w-32"
        />
      </form>
    </div>
  );
}
