import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Badge } from "@/components/ui/badge";
import { Ltr } from "@/components/ui/ltr";
import { moveCountryAction } from "@/lib/actions/catalog";
import type { CountryListRow } from "@/lib/domain/catalog/types";
import { countryName } from "@/lib/format/country";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { COUNTRY_LIST, type CountryColumn } from "@/lib/table/definitions/countries";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { CountryPicture } from "./catalog-picture";
import { MoveButtons } from "./move-buttons";

interface CountryListProps {
  state: TableState<CountryColumn>;
  page: TablePage<CountryListRow>;
  canEdit: boolean;
}

type Named = Pick<CountryListRow, "iso2" | "nameEn" | "nameFa" | "namePtBr">;

/** The name an admin wrote for this language; otherwise the platform's. */
export function shownName(country: Named, locale: string): string {
  const own = { fa: country.nameFa, "pt-BR": country.namePtBr, en: country.nameEn }[locale];
  return own ?? countryName(country.iso2, locale, country.nameEn);
}

/** The countries of the catalogue with search, filters and their places. */
export function CountryList({ state, page, canEdit }: CountryListProps) {
  const t = useTranslations("countries");
  const locale = useLocale();
  const format = useFormatter();
  const isOrdered = state.sort === "order" && state.direction === "asc";
  const yesNo = { yes: t("yes"), no: t("no") };
  return (
    <DataTable
      definition={COUNTRY_LIST}
      state={state}
      page={page}
      path={routes.adminCountries()}
      rowKey={(row) => row.id}
      exportPath={apiRoutes.tableExport("countries")}
      words={{
        caption: t("title"),
        search: t("search"),
        columns: {
          name: t("columns.name"),
          iso2: t("columns.iso2"),
          legacyId: t("columns.legacyId"),
          phoneCode: t("columns.phoneCode"),
          fiveSimName: t("columns.fiveSimName"),
          operators: t("columns.operators"),
          offers: t("columns.offers"),
          canonical: t("columns.canonical"),
          state: t("columns.state"),
          order: t("columns.order"),
          updated: t("columns.updated"),
        },
        filters: {
          active: {
            label: t("columns.state"),
            any: t("filters.anyState"),
            options: { yes: t("state.active"), no: t("state.inactive") },
          },
          canonical: { label: t("columns.canonical"), any: t("filters.any"), options: yesNo },
          names: {
            label: t("filters.names"),
            any: t("filters.any"),
            options: { missing: t("filters.missing") },
          },
        },
        empty: { title: t("empty.title"), text: t("empty.text") },
      }}
      cells={{
        name: (row) => (
          <Link
            href={routes.adminCountry(row.id)}
            className="flex items-center gap-2.5 font-medium underline-offset-2 hover:underline max-md:flex-row-reverse"
          >
            <CountryPicture country={row} />
            <bdi>{shownName(row, locale)}</bdi>
          </Link>
        ),
        iso2: (row) => <Ltr className="font-mono">{row.iso2}</Ltr>,
        legacyId: (row) => <Ltr>{row.legacyId}</Ltr>,
        phoneCode: (row) => <Ltr>+{row.phoneCode}</Ltr>,
        fiveSimName: (row) => (row.fiveSimName ? <Ltr>{row.fiveSimName}</Ltr> : t("none")),
        operators: (row) => format.number(row.operators, "whole"),
        offers: (row) => (
          <Link
            href={routes.adminOffers({ country: String(row.legacyId) })}
            className="underline underline-offset-2"
          >
            {format.number(row.offers, "whole")}
          </Link>
        ),
        canonical: (row) => (row.isCanonical ? yesNo.yes : yesNo.no),
        state: (row) => (
          <Badge tone={row.isActive ? "ok" : "neutral"}>
            {row.isActive ? t("state.active") : t("state.inactive")}
          </Badge>
        ),
        order: (row) => (
          <span className="inline-flex items-center gap-1 align-middle">
            <bdi>{format.number(row.sortOrder, "whole")}</bdi>
            {canEdit && isOrdered && (
              <MoveButtons
                action={moveCountryAction}
                id={row.id}
                upLabel={t("move.up", { name: row.nameEn })}
                downLabel={t("move.down", { name: row.nameEn })}
              />
            )}
          </span>
        ),
        updated: (row) => format.dateTime(new Date(row.updatedAt), "short"),
      }}
    />
  );
}
