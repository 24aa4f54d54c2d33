import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Flag } from "@/components/layout/flag";
import { ServiceIcon } from "@/components/layout/service-icon";
import { Jack } from "@/components/ui/jack";
import { LinkButton } from "@/components/ui/link-button";
import { Ltr } from "@/components/ui/ltr";
import type { NarrowPlace } from "@/components/ui/table";
import { useDigits } from "@/components/ui/use-digits";
import { Approximate } from "@/components/wallet/approximate";
import type { PriceRow } from "@/lib/domain/catalog/types";
import type { DisplayRate } from "@/lib/format/approximate";
import { formatCountdown } from "@/lib/format/duration";
import { formatMoney } from "@/lib/format/money";
import { apiRoutes, routes } from "@/lib/routes";
import { type PriceColumn, pricesTable } from "@/lib/table/definitions/prices";
import { type TablePage, type TableState, tableQuery } from "@/lib/table/table-state";
import { rentPath } from "./rent-path";

interface PriceTableProps {
  state: TableState<PriceColumn>;
  page: TablePage<PriceRow>;
  isSignedIn: boolean;
  /** What the reader wants beside dollars. */
  rate: DisplayRate | null;
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

/** The price list: services times countries. The address holds search, order and page; it works without scripts. */
export function PriceTable({ state, page, isSignedIn, rate }: PriceTableProps) {
  const t = useTranslations("pricing");
  const locale = useLocale();
  const format = useFormatter();
  const digits = useDigits();
  const query = new URLSearchParams(tableQuery(pricesTable, state, { page: 1 })).toString();
  return (
    <>
      <DataTable
        definition={pricesTable}
        state={state}
        page={page}
        path={routes.pricing()}
        exportPath={apiRoutes.prices("csv")}
        rowKey={(row) => row.offerId}
        words={{
          caption: t("caption"),
          search: t("search"),
          columns: {
            service: t("columns.service"),
            country: t("columns.country"),
            price: t("columns.price"),
            stock: t("columns.stock"),
            rate: t("columns.rate"),
            wait: t("columns.wait"),
            orders: t("columns.orders"),
            rent: t("columns.rent"),
          },
          filters: { stock: { label: t("columns.stock"), options: { now: t("now") } } },
          empty: {
            title: t("empty"),
            text: t("emptyText"),
            action: (
              <LinkButton variant="secondary" href={routes.status()} prefetch={false}>
                {t("emptyAction")}
              </LinkButton>
            ),
          },
        }}
        narrow={NARROW}
        cells={{
          service: ({ service }) => (
            <span className="inline-flex items-center gap-2.5 font-medium">
              <ServiceIcon slug={service.slug} name={service.name} />
              <bdi>{service.name}</bdi>
            </span>
          ),
          country: ({ country }) => (
            <span className="inline-flex md:min-h-8 items-center gap-2">
              <Flag iso2={country.iso2} />
              {country.name}
            </span>
          ),
          price: (row) => (
            <span className="inline-flex flex-col md:min-h-8 md:justify-center">
              <Ltr className="font-medium tabular-nums">
                {formatMoney(row.priceMicros, row.currency, locale)}
              </Ltr>
              <Approximate micros={row.priceMicros} rate={rate} className="text-xs" />
            </span>
          ),
          stock: (row) => {
            const { band } = row;
            return (
              <span className="inline-flex md:min-h-8 items-center gap-2 whitespace-nowrap">
                <Jack
                  lit={band !== "none"}
                  className={band === "none" ? "text-line-strong" : "text-accent"}
                />
                {t(`bands.${band}`)}
              </span>
            );
          },
          rate: (row) =>
            row.successRate === null ? (
              <span className="inline-flex md:min-h-8 items-center text-ink-3">{t("tooFew")}</span>
            ) : (
              <span className="inline-flex md:min-h-8 items-center gap-1">
                <span>{format.number(row.successRate, "share")}</span>{" "}
                <span className="whitespace-nowrap text-ink-3 text-xs">
                  {t("ofOrders", { count: row.sampleSize })}
                </span>
              </span>
            ),
          wait: (row) =>
            row.medianWaitSeconds === null ? (
              <span className="inline-flex md:min-h-8 items-center text-ink-3">–</span>
            ) : (
              <Ltr className="inline-flex md:min-h-8 items-center tabular-nums">
                {digits(formatCountdown(row.medianWaitSeconds))}
              </Ltr>
            ),
          orders: (row) => format.number(row.sampleSize, "whole"),
          rent: (row) =>
            row.stock > 0 ? (
              <LinkButton
                variant="secondary"
                prefetch={false}
                aria-label={t("rentLabel", { service: row.service.name, country: row.country.name })}
                href={rentPath(
                  { service: row.service.slug, country: row.country.iso2 },
                  { isSignedIn, locale },
                )}
              >
                {t("rent")}
              </LinkButton>
            ) : (
              <span className="text-ink-3">{t("bands.none")}</span>
            ),
        }}
      />
      <p className="max-w-prose text-ink-3 text-sm">
        {t("about")}{" "}
        <a
          href={query ? `${apiRoutes.prices("json")}?${query}` : apiRoutes.prices("json")}
          className="text-ink-2 underline underline-offset-4 hover:text-ink"
        >
          {t("json")}
        </a>
      </p>
    </>
  );
}
