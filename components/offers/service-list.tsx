import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Badge } from "@/components/ui/badge";
import { Ltr } from "@/components/ui/ltr";
import { moveServiceAction } from "@/lib/actions/catalog";
import type { ServiceListRow } from "@/lib/domain/catalog/types";
import { parseDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { SERVICE_LIST, type ServiceColumn } from "@/lib/table/definitions/services";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { ServicePicture } from "./catalog-picture";
import { CategoryName, useCategoryChoices } from "./category-name";
import { MoveButtons } from "./move-buttons";

interface ServiceListProps {
  state: TableState<ServiceColumn>;
  page: TablePage<ServiceListRow>;
  categories: string[];
  canEdit: boolean;
}

/** The policy in one word; what a rule decided alone says so. */
export function PolicyBadge({ service }: { service: Pick<ServiceListRow, "isProhibited" | "needsReview"> }) {
  const t = useTranslations("services");
  if (service.needsReview) return <Badge tone="warn">{t("policy.review")}</Badge>;
  if (service.isProhibited) return <Badge tone="bad">{t("policy.prohibited")}</Badge>;
  return <Badge tone="neutral">{t("policy.allowed")}</Badge>;
}

/** The services of the catalogue with search, filters and their places. */
export function ServiceList({ state, page, categories, canEdit }: ServiceListProps) {
  const t = useTranslations("services");
  const locale = useLocale();
  const format = useFormatter();
  const choices = useCategoryChoices(categories);
  const definition = {
    ...SERVICE_LIST,
    filters: SERVICE_LIST.filters.map((filter) =>
      filter.key === "category" ? { ...filter, options: choices.map(({ value }) => value) } : filter,
    ),
  };
  const isOrdered = state.sort === "order" && state.direction === "asc";
  const none = t("none");
  return (
    <DataTable
      definition={definition}
      state={state}
      page={page}
      path={routes.adminServices()}
      rowKey={(row) => row.id}
      exportPath={apiRoutes.tableExport("services")}
      words={{
        caption: t("title"),
        search: t("search"),
        columns: {
          name: t("columns.name"),
          code: t("columns.code"),
          category: t("columns.category"),
          price: t("columns.price"),
          offers: t("columns.offers"),
          success: t("columns.success"),
          wait: t("columns.wait"),
          popularity: t("columns.popularity"),
          policy: t("columns.policy"),
          state: t("columns.state"),
          order: t("columns.order"),
          fiveSimName: t("columns.fiveSimName"),
          updated: t("columns.updated"),
        },
        filters: {
          category: {
            label: t("columns.category"),
            any: t("filters.anyCategory"),
            options: Object.fromEntries(choices.map(({ value, label }) => [value, label])),
          },
          active: {
            label: t("columns.state"),
            any: t("filters.anyState"),
            options: { yes: t("state.active"), no: t("state.inactive") },
          },
          policy: {
            label: t("columns.policy"),
            any: t("filters.anyPolicy"),
            options: {
              allowed: t("policy.allowed"),
              prohibited: t("policy.prohibited"),
              review: t("policy.review"),
            },
          },
        },
        empty: { title: t("empty.title"), text: t("empty.text") },
      }}
      cells={{
        name: (row) => (
          <Link
            href={routes.adminService(row.id)}
            className="flex items-center gap-2.5 font-medium underline-offset-2 hover:underline max-md:flex-row-reverse"
          >
            <ServicePicture service={row} />
            <bdi>{row.name}</bdi>
          </Link>
        ),
        code: (row) => <Ltr className="font-mono">{row.code}</Ltr>,
        category: (row) => <CategoryName category={row.category} />,
        price: (row) => (
          <Ltr>{formatMoney(parseDecimal(row.currentPrice) ?? 0n, WALLET_CURRENCY, locale)}</Ltr>
        ),
        offers: (row) => (
          <Link href={routes.adminOffers({ service: row.code })} className="underline underline-offset-2">
            {format.number(row.offers, "whole")}
          </Link>
        ),
        success: (row) =>
          row.successRate === null
            ? none
            : t("rate", { rate: format.number(row.successRate, "share"), count: row.sampleSize }),
        wait: (row) =>
          row.medianWaitSeconds === null ? none : t("seconds", { count: row.medianWaitSeconds }),
        popularity: (row) => format.number(row.popularity, "whole"),
        fiveSimName: (row) => (row.fiveSimName ? <Ltr>{row.fiveSimName}</Ltr> : none),
        policy: (row) => <PolicyBadge service={row} />,
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
                action={moveServiceAction}
                id={row.id}
                upLabel={t("move.up", { name: row.name })}
                downLabel={t("move.down", { name: row.name })}
              />
            )}
          </span>
        ),
        updated: (row) => format.dateTime(new Date(row.updatedAt), "short"),
      }}
    />
  );
}
