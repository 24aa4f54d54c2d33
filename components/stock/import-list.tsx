import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import { ProviderNames } from "@/components/supply/provider-name";
import { LinkButton } from "@/components/ui/link-button";
import { Ltr } from "@/components/ui/ltr";
import type { NumberImportView } from "@/lib/domain/supply/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { NUMBER_IMPORTS, type NumberImportColumn } from "@/lib/table/definitions/number-imports";
import type { TablePage, TableState } from "@/lib/table/table-state";

interface ImportListProps {
  state: TableState<NumberImportColumn>;
  page: TablePage<NumberImportView>;
}

/** The files of numbers that were taken in; each leads to its numbers. */
export function ImportList({ state, page }: ImportListProps) {
  const t = useTranslations("stock.imports");
  const format = useFormatter();
  return (
    <DataTable
      definition={NUMBER_IMPORTS}
      state={state}
      page={page}
      path={routes.adminNumberImports()}
      rowKey={(row) => row.id}
      words={{
        caption: t("title"),
        search: t("search"),
        columns: {
          file: t("columns.file"),
          createdAt: t("columns.createdAt"),
          by: t("columns.by"),
          provider: t("columns.provider"),
          rows: t("columns.rows"),
          added: t("columns.added"),
          refused: t("columns.refused"),
        },
        empty: {
          title: t("empty"),
          text: t("emptyText"),
          action: <LinkButton href={routes.adminNumberImport()}>{t("emptyAction")}</LinkButton>,
        },
      }}
      cells={{
        file: ({ id, fileName }) => (
          <Link
            href={routes.adminNumbers({ import: id })}
            prefetch={false}
            className="font-medium underline underline-offset-2 [overflow-wrap:anywhere]"
          >
            <bdi>{fileName || t("unnamed")}</bdi>
          </Link>
        ),
        createdAt: (row) => <Moment at={row.createdAt} />,
        by: ({ by }) =>
          by ? (
            <Link
              href={routes.adminUser(by.id)}
              prefetch={false}
              className="underline-offset-2 hover:underline"
            >
              <Ltr>{by.username}</Ltr>
            </Link>
          ) : (
            t("product")
          ),
        provider: (row) => <ProviderNames providers={[row.provider]} />,
        rows: (row) => format.number(row.rows, "whole"),
        added: (row) => format.number(row.added, "whole"),
        refused: (row) => format.number(row.refused, "whole"),
      }}
    />
  );
}
