import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import type { StatementLine } from "@/lib/domain/wallet/types";
import { apiRoutes, routes } from "@/lib/routes";
import { STATEMENT, type StatementColumn } from "@/lib/table/definitions/statement";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { LinePostings } from "./line-postings";
import { LineAfter, LineReference, LineSide, LineStatus, LineWords } from "./statement-cells";
import { STATEMENT_NARROW } from "./statement-narrow";

interface StatementListProps {
  state: TableState<StatementColumn>;
  page: TablePage<StatementLine>;
}

/** The statement: one line per business fact, its steps folded beside. */
export function StatementList({ state, page }: StatementListProps) {
  const t = useTranslations("wallet");
  return (
    <DataTable
      definition={STATEMENT}
      state={state}
      page={page}
      path={routes.wallet()}
      exportPath={apiRoutes.tableExport(STATEMENT.name)}
      rowKey={(line) => line.id}
      words={{
        caption: t("lines.title"),
        search: t("statement.search"),
        columns: {
          at: t("lines.time"),
          what: t("lines.what"),
          reference: t("statement.reference"),
          status: t("lines.status"),
          in: t("statement.in"),
          out: t("statement.out"),
          after: t("statement.after"),
          steps: t("lines.postings"),
        },
        filters: {
          type: {
            label: t("statement.type"),
            options: {
              DEPOSIT: t("type.DEPOSIT"),
              PURCHASE: t("type.PURCHASE"),
              REFUND: t("type.REFUND"),
              WITHDRAWAL: t("type.WITHDRAWAL"),
              ADJUSTMENT: t("type.ADJUSTMENT"),
            },
          },
          from: { label: t("statement.from") },
          to: { label: t("statement.to") },
        },
        empty: { title: t("lines.empty") },
      }}
      narrow={STATEMENT_NARROW}
      cells={{
        at: (line) => <Moment at={line.createdAt} />,
        what: (line) => <LineWords line={line} />,
        reference: (line) => <LineReference line={line} />,
        status: (line) => <LineStatus line={line} />,
        in: (line) => <LineSide line={line} side="in" />,
        out: (line) => <LineSide line={line} side="out" />,
        after: (line) => <LineAfter line={line} />,
        steps: (line) => (
          <details>
            <summary className="flex min-h-11 cursor-pointer items-center text-ink-2 underline underline-offset-2 md:min-h-6">
              {t("statement.count", { count: line.postings.length })}
            </summary>
            <LinePostings line={line} />
          </details>
        ),
      }}
    />
  );
}
