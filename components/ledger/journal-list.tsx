import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import type { JournalEntry, LedgerAccountView } from "@/lib/domain/wallet/types";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { type JournalColumn, LEDGER_JOURNAL } from "@/lib/table/definitions/ledger";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { LedgerAmount, SideAmount } from "./ledger-amount";
import { LedgerReference } from "./ledger-reference";

interface JournalListProps {
  account: LedgerAccountView;
  state: TableState<JournalColumn>;
  page: TablePage<JournalEntry>;
}

/** An account's entries, newest first, with the balance after each. */
export function JournalList({ account, state, page }: JournalListProps) {
  const t = useTranslations("ledger");
  const words = useTranslations("wallet.posting");
  const { currency } = account;
  return (
    <DataTable
      definition={LEDGER_JOURNAL}
      state={state}
      page={page}
      path={routes.adminLedgerAccount(account.id)}
      exportPath={`${apiRoutes.tableExport(LEDGER_JOURNAL.name)}?account=${account.id}`}
      rowKey={(entry) => entry.id}
      words={{
        caption: t("entries"),
        columns: {
          at: t("columns.at"),
          kind: t("columns.what"),
          transaction: t("columns.transaction"),
          ref: t("columns.reference"),
          debit: t("columns.debit"),
          credit: t("columns.credit"),
          balance: t("columns.balanceAfter"),
        },
        empty: { title: t("noEntries") },
      }}
      cells={{
        at: (entry) => <Moment at={entry.at} />,
        kind: (entry) => <span title={entry.kind}>{words(entry.word)}</span>,
        transaction: (entry) => (
          <Link
            href={routes.adminLedgerTransaction(entry.transactionId)}
            prefetch={false}
            className="underline underline-offset-2"
          >
            <bdi dir="ltr">#{entry.transactionId}</bdi>
          </Link>
        ),
        ref: (entry) => <LedgerReference type={entry.refType} id={entry.refId} />,
        debit: (entry) => <SideAmount side="debit" micros={entry.amountMicros} currency={currency} />,
        credit: (entry) => <SideAmount side="credit" micros={entry.amountMicros} currency={currency} />,
        balance: (entry) => <LedgerAmount micros={entry.balanceAfterMicros} currency={currency} />,
      }}
    />
  );
}
