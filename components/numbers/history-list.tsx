import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { LinkButton } from "@/components/ui/link-button";
import type { OrderView } from "@/lib/domain/numbers/types";
import { countryName } from "@/lib/format/country";
import { apiRoutes, routes } from "@/lib/routes";
import type { HistoryColumn } from "@/lib/table/definitions/history";
import type { TableDefinition, TablePage, TableState } from "@/lib/table/table-state";
import { HISTORY_NARROW, useHistoryCells } from "./history-cells";

interface HistoryListProps {
  definition: TableDefinition<HistoryColumn>;
  state: TableState<HistoryColumn>;
  page: TablePage<OrderView>;
  services: { slug: string; name: string }[];
  countries: { iso2: string; nameEn: string }[];
}

/** Every order of the person, newest first unless sorted otherwise. */
export function HistoryList({ definition, state, page, services, countries }: HistoryListProps) {
  const t = useTranslations("numbers.history");
  const locale = useLocale();
  const cells = useHistoryCells();
  return (
    <DataTable
      definition={definition}
      state={state}
      page={page}
      path={routes.history()}
      exportPath={apiRoutes.tableExport(definition.name)}
      rowKey={(order) => order.id}
      cells={cells}
      narrow={HISTORY_NARROW}
      words={{
        caption: t("title"),
        search: t("search"),
        columns: {
          date: t("date"),
          order: t("order"),
          service: t("service"),
          country: t("country"),
          number: t("number"),
          code: t("code"),
          price: t("price"),
          outcome: t("outcome"),
          ended: t("ended"),
        },
        filters: {
          outcome: {
            label: t("outcome"),
            any: t("all"),
            options: { running: t("running"), done: t("done"), refunded: t("refundedFilter") },
          },
          service: {
            label: t("service"),
            options: Object.fromEntries(services.map(({ slug, name }) => [slug, name])),
          },
          country: {
            label: t("country"),
            options: Object.fromEntries(
              countries.map(({ iso2, nameEn }) => [iso2.toLowerCase(), countryName(iso2, locale, nameEn)]),
            ),
          },
          from: { label: t("from") },
          to: { label: t("to") },
        },
        empty: {
          title: t("empty"),
          action: <LinkButton href={routes.numbers()}>{t("start")}</LinkButton>,
        },
      }}
    />
  );
}
