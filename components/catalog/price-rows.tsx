"use client";

import type { ReactNode } from "react";
import { Flag } from "@/components/layout/flag";
import { ServiceIcon } from "@/components/layout/service-icon";
import { Jack } from "@/components/ui/jack";
import { LinkButton } from "@/components/ui/link-button";
import { Ltr } from "@/components/ui/ltr";
import { type NarrowPlace, TableCell, TableRow } from "@/components/ui/table";
import { type PriceColumn, pricesTable } from "@/lib/table/definitions/prices";

/** One price as the reader reads it. */
export interface PriceWords {
  offerId: string;
  service: { slug: string; name: string };
  country: { iso2: string; name: string };
  price: string;
  /** What it is worth in the reader's own money. */
  approximate: ReactNode;
  stock: string;
  isLit: boolean;
  /** How often a code came, of how many orders; null where too few were rented to say. */
  rate: { share: string; of: string } | null;
  wait: string | null;
  orders: string;
  /** Null where nothing is left to rent. */
  rent: { href: string; label: string } | null;
}

interface PriceRowsProps {
  columns: PriceColumn[];
  labels: Record<PriceColumn, string>;
  words: { tooFew: string; rent: string; none: string };
  rows: PriceWords[];
}

/** On a phone: what and where, its price and stock beside; how it went below, and the way to it. */
const NARROW = {
  service: { className: "max-md:col-start-1 max-md:row-start-1" },
  price: { className: "max-md:col-start-2 max-md:row-start-1 max-md:justify-self-end" },
  country: { className: "max-md:col-start-1 max-md:row-start-2" },
  stock: { className: "max-md:col-start-2 max-md:row-start-2 max-md:justify-self-end" },
  rate: { className: "max-md:col-start-1 max-md:row-start-3", isLabelled: true },
  wait: { className: "max-md:col-start-1 max-md:row-start-4", isLabelled: true },
  orders: { className: "max-md:col-start-1 max-md:row-start-5", isLabelled: true },
  rent: { className: "max-md:col-start-2 max-md:row-span-2 max-md:row-start-3 max-md:justify-self-end" },
} as const satisfies Record<PriceColumn, NarrowPlace>;

const ALIGN = Object.fromEntries(pricesTable.columns.map(({ key, align }) => [key, align]));

/** The rows of the price list. There are many of them: only their words travel, drawn they are here. */
export function PriceRows({ columns, labels, words, rows }: PriceRowsProps) {
  return rows.map((row) => (
    <TableRow key={row.offerId} narrow>
      {columns.map((column) => (
        <TableCell key={column} label={labels[column]} align={ALIGN[column]} place={NARROW[column]}>
          {CELLS[column](row, words)}
        </TableCell>
      ))}
    </TableRow>
  ));
}

const CELLS: Record<PriceColumn, (row: PriceWords, words: PriceRowsProps["words"]) => ReactNode> = {
  service: ({ service }) => (
    <span className="inline-flex items-center gap-2.5 font-medium">
      <ServiceIcon slug={service.slug} name={service.name} />
      <bdi>{service.name}</bdi>
    </span>
  ),
  country: ({ country }) => (
    <span className="inline-flex items-center gap-2 md:min-h-8">
      <Flag iso2={country.iso2} />
      {country.name}
    </span>
  ),
  price: ({ price, approximate }) => (
    <span className="inline-flex flex-col md:min-h-8 md:justify-center">
      <Ltr className="font-medium tabular-nums">{price}</Ltr>
      {approximate}
    </span>
  ),
  stock: ({ stock, isLit }) => (
    <span className="inline-flex items-center gap-2 whitespace-nowrap md:min-h-8">
      <Jack lit={isLit} className={isLit ? "text-accent" : "text-line-strong"} />
      {stock}
    </span>
  ),
  rate: ({ rate }, { tooFew }) =>
    rate === null ? (
      <span className="inline-flex items-center text-ink-3 md:min-h-8">{tooFew}</span>
    ) : (
      <span className="inline-flex items-center gap-1 md:min-h-8">
        <span>{rate.share}</span> <span className="whitespace-nowrap text-ink-3 text-xs">{rate.of}</span>
      </span>
    ),
  wait: ({ wait }) =>
    wait === null ? (
      <span className="inline-flex items-center text-ink-3 md:min-h-8">–</span>
    ) : (
      <Ltr className="inline-flex items-center tabular-nums md:min-h-8">{wait}</Ltr>
    ),
  orders: ({ orders }) => orders,
  rent: ({ rent }, words) =>
    rent === null ? (
      <span className="text-ink-3">{words.none}</span>
    ) : (
      <LinkButton variant="secondary" prefetch={false} aria-label={rent.label} href={rent.href}>
        {words.rent}
      </LinkButton>
    ),
};
