import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Flag } from "@/components/layout/flag";
import { ProviderNames, providerName } from "@/components/supply/provider-name";
import { Badge } from "@/components/ui/badge";
import { Ltr } from "@/components/ui/ltr";
import type { NamedProvider, NumberListRow } from "@/lib/domain/supply/types";
import { countryName } from "@/lib/format/country";
import { formatPhone } from "@/lib/format/phone";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { NUMBER_LIST, type NumberColumn } from "@/lib/table/definitions/numbers";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { NumberStateBadge } from "./number-state";
import { SwitchBar } from "./switch-bar";

interface NumberListProps {
  state: TableState<NumberColumn>;
  page: TablePage<NumberListRow>;
  providers: NamedProvider[];
  canEdit: boolean;
}

const FORM = "numbers-bulk";

/** Our own numbers: where they are from, who holds them, what is left of them. */
export function NumberList({ state, page, providers, canEdit }: NumberListProps) {
  const t = useTranslations("stock");
  const seeded = useTranslations("providers.seeded");
  const locale = useLocale();
  const format = useFormatter();
  const definition = {
    ...NUMBER_LIST,
    filters: NUMBER_LIST.filters.map((filter) =>
      filter.key === "provider" ? { ...filter, options: providers.map(({ code }) => code) } : filter,
    ),
  };
  const time = (value: string | null | undefined) =>
    value ? format.dateTime(new Date(value), "short") : t("none");
  return (
    <DataTable
      definition={definition}
      state={state}
      page={page}
      path={routes.adminNumbers()}
      rowKey={(row) => row.id}
      exportPath={apiRoutes.tableExport("stock")}
      bulk={
        canEdit
          ? {
              formId: FORM,
              selectLabel: (row) => t("select", { number: formatPhone(row.e164) }),
              bar: (
                <SwitchBar
                  formId={FORM}
                  words={{
                    deactivate: t("bulk.deactivate"),
                    reactivate: t("bulk.reactivate"),
                    hint: t("bulk.hint"),
                    done: t("bulk.done"),
                  }}
                />
              ),
            }
          : undefined
      }
      words={{
        caption: t("title"),
        search: t("search"),
        columns: {
          number: t("columns.number"),
          country: t("columns.country"),
          operator: t("columns.operator"),
          areaCode: t("columns.areaCode"),
          services: t("columns.services"),
          state: t("columns.state"),
          holder: t("columns.holder"),
          expires: t("columns.expires"),
          active: t("columns.active"),
          provider: t("columns.provider"),
          lastUsed: t("columns.lastUsed"),
          created: t("columns.created"),
        },
        filters: {
          country: { label: t("columns.country") },
          operator: { label: t("columns.operator") },
          provider: {
            label: t("columns.provider"),
            any: t("any"),
            options: Object.fromEntries(
              providers.map(({ code, name }) => [code, providerName(name, seeded)]),
            ),
          },
          active: {
            label: t("columns.active"),
            any: t("any"),
            options: { yes: t("active.yes"), no: t("active.no") },
          },
          state: {
            label: t("columns.state"),
            any: t("any"),
            options: { free: t("state.free"), rented: t("state.rented"), used: t("state.used") },
          },
        },
        empty: { title: t("empty.title"), text: t("empty.text") },
      }}
      cells={{
        number: (row) => (
          <Link
            href={routes.adminNumber(row.id)}
            className="whitespace-nowrap font-medium font-mono underline-offset-2 hover:underline"
          >
            <Ltr>{formatPhone(row.e164)}</Ltr>
          </Link>
        ),
        country: (row) => (
          <span className="inline-flex items-center gap-2 align-middle">
            <Flag iso2={row.country.iso2} />
            <bdi>{countryName(row.country.iso2, locale, row.country.name)}</bdi>
          </span>
        ),
        operator: (row) => <bdi>{row.operator ?? t("none")}</bdi>,
        areaCode: (row) => (row.areaCode ? <Ltr>{row.areaCode}</Ltr> : t("none")),
        services: (row) => format.number(row.services, "whole"),
        state: (row) => <NumberStateBadge state={row.state} />,
        holder: (row) =>
          row.holder ? (
            <Link href={routes.adminUser(row.holder.userId)} className="underline underline-offset-2">
              <Ltr>{row.holder.username}</Ltr>
            </Link>
          ) : (
            t("none")
          ),
        expires: (row) => time(row.holder?.expiresAt),
        active: (row) => (
          <Badge tone={row.isActive ? "ok" : "neutral"}>
            {row.isActive ? t("active.yes") : t("active.no")}
          </Badge>
        ),
        provider: (row) => <ProviderNames providers={row.providers} />,
        lastUsed: (row) => time(row.lastUsedAt),
        created: (row) => time(row.createdAt),
      }}
    />
  );
}
