import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { LinkButton } from "@/components/ui/link-button";
import { useDigits } from "@/components/ui/use-digits";
import { Approximate } from "@/components/wallet/approximate";
import type { PriceRow } from "@/lib/domain/catalog/types";
import type { DisplayRate } from "@/lib/format/approximate";
import { formatCountdown } from "@/lib/format/duration";
import { formatMoney } from "@/lib/format/money";
import { apiRoutes, routes } from "@/lib/routes";
import { type PriceColumn, pricesTable } from "@/lib/table/definitions/prices";
import { type TablePage, type TableState, tableQuery } from "@/lib/table/table-state";
import { PriceRows, type PriceWords } from "./price-rows";
import { rentPath } from "./rent-path";

interface PriceTableProps {
  state: TableState<PriceColumn>;
  page: TablePage<PriceRow>;
  isSignedIn: boolean;
  /** What the reader wants beside dollars. */
  rate: DisplayRate | null;
}

/** The price list: services times countries. The address holds search, order and page; it works without scripts. */
export function PriceTable({ state, page, isSignedIn, rate }: PriceTableProps) {
  const t = useTranslations("pricing");
  const locale = useLocale();
  const format = useFormatter();
  const digits = useDigits();
  const query = new URLSearchParams(tableQuery(pricesTable, state, { page: 1 })).toString();
  const labels = {
    service: t("columns.service"),
    country: t("columns.country"),
    price: t("columns.price"),
    stock: t("columns.stock"),
    rate: t("columns.rate"),
    wait: t("columns.wait"),
    orders: t("columns.orders"),
    rent: t("columns.rent"),
  };
  const wordsOf = (row: PriceRow): PriceWords => {
    const { service, country, band, successRate, sampleSize, medianWaitSeconds } = row;
    const wanted = { service: service.slug, country: country.iso2 };
    return {
      offerId: row.offerId,
      service: { slug: service.slug, name: service.name },
      country: { iso2: country.iso2, name: country.name },
      price: formatMoney(row.priceMicros, row.currency, locale),
      approximate: rate && <Approximate micros={row.priceMicros} rate={rate} className="text-xs" />,
      stock: t(`bands.${band}`),
      isLit: band !== "none",
      rate:
        successRate === null
          ? null
          : { share: format.number(successRate, "share"), of: t("ofOrders", { count: sampleSize }) },
      wait: medianWaitSeconds === null ? null : digits(formatCountdown(medianWaitSeconds)),
      orders: format.number(sampleSize, "whole"),
      rent:
        row.stock > 0
          ? {
              href: rentPath(wanted, { isSignedIn, locale }),
              label: t("rentLabel", { service: service.name, country: country.name }),
            }
          : null,
    };
  };
  return (
    <>
      <DataTable
        definition={pricesTable}
        state={state}
        page={page}
        path={routes.pricing()}
        exportPath={apiRoutes.prices("csv")}
        words={{
          caption: t("caption"),
          search: t("search"),
          columns: labels,
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
        drawRows={(columns) => (
          <PriceRows
            columns={columns}
            labels={labels}
            words={{ tooFew: t("tooFew"), rent: t("rent"), none: t("bands.none") }}
            rows={page.rows.map(wordsOf)}
          />
        )}
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
