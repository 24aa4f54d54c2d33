import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Flag } from "@/components/layout/flag";
import { Badge } from "@/components/ui/badge";
import type { OfferListRow } from "@/lib/domain/catalog/types";
import { countryName } from "@/lib/format/country";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { OFFER_LIST, type OfferColumn } from "@/lib/table/definitions/offers";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { useCategoryChoices } from "./category-name";
import { MarginText } from "./margin-text";
import { PriceText } from "./price-text";

interface OfferListProps {
  state: TableState<OfferColumn>;
  page: TablePage<OfferListRow>;
  categories: string[];
}

/** Every offer with price, cost, margin and stock. */
export function OfferList({ state, page, categories }: OfferListProps) {
  const t = useTranslations("offers");
  const locale = useLocale();
  const format = useFormatter();
  const choices = useCategoryChoices(categories);
  const definition = {
    ...OFFER_LIST,
    filters: OFFER_LIST.filters.map((filter) =>
      filter.key === "category" ? { ...filter, options: choices.map(({ value }) => value) } : filter,
    ),
  };
  return (
    <DataTable
      definition={definition}
      state={state}
      page={page}
      path={routes.adminOffers()}
      rowKey={(row) => row.id}
      exportPath={apiRoutes.tableExport("offers")}
      words={{
        caption: t("title"),
        columns: {
          service: t("columns.service"),
          country: t("columns.country"),
          operator: t("columns.operator"),
          base: t("columns.base"),
          price: t("columns.price"),
          cost: t("columns.cost"),
          margin: t("columns.margin"),
          stock: t("columns.stock"),
          state: t("columns.state"),
          updated: t("columns.updated"),
        },
        filters: {
          service: { label: t("filters.service") },
          country: { label: t("filters.country") },
          category: {
            label: t("filters.category"),
            any: t("filters.anyCategory"),
            options: Object.fromEntries(choices.map(({ value, label }) => [value, label])),
          },
          active: {
            label: t("columns.state"),
            any: t("filters.any"),
            options: { yes: t("state.active"), no: t("state.inactive") },
          },
          stock: {
            label: t("columns.stock"),
            any: t("filters.any"),
            options: { some: t("filters.inStock"), none: t("filters.outOfStock") },
          },
          margin: {
            label: t("columns.margin"),
            any: t("filters.any"),
            options: { loss: t("filters.loss"), thin: t("filters.thin") },
          },
        },
        empty: { title: t("empty.title"), text: t("empty.text") },
      }}
      cells={{
        service: (row) => (
          <Link href={routes.adminOffer(row.id)} className="font-medium underline underline-offset-2">
            <bdi>{row.service.name}</bdi>
          </Link>
        ),
        country: (row) => (
          <span className="inline-flex items-center gap-2 align-middle">
            <Flag iso2={row.country.iso2} />
            <bdi>{countryName(row.country.iso2, locale, row.country.name)}</bdi>
          </span>
        ),
        operator: (row) => (row.operator ? <bdi>{row.operator.name}</bdi> : t("anyOperator")),
        base: (row) => <PriceText amount={row.basePrice} />,
        price: (row) => <PriceText amount={row.currentPrice} className="font-medium" />,
        cost: (row) => (row.cost === null ? t("none") : <PriceText amount={row.cost} />),
        margin: (row) => <MarginText margin={row.margin} />,
        stock: (row) => format.number(row.stock, "whole"),
        state: (row) => (
          <Badge tone={row.isActive ? "ok" : "neutral"}>
            {row.isActive ? t("state.active") : t("state.inactive")}
          </Badge>
        ),
        updated: (row) => format.dateTime(new Date(row.updatedAt), "short"),
      }}
    />
  );
}
