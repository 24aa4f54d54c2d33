import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import type { LedgerAccountView } from "@/lib/domain/wallet/types";
import { apiRoutes, routes } from "@/lib/routes";
import { LEDGER_ACCOUNTS, type LedgerAccountColumn } from "@/lib/table/definitions/ledger";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { LedgerAmount } from "./ledger-amount";
import { AccountLink, OwnerLink } from "./ledger-reference";

interface AccountListProps {
  state: TableState<LedgerAccountColumn>;
  page: TablePage<LedgerAccountView>;
}

/** Every account of the books with its balance. */
export function AccountList({ state, page }: AccountListProps) {
  const t = useTranslations("ledger");
  const kinds = {
    SYSTEM: t("kinds.SYSTEM"),
    USER_AVAILABLE: t("kinds.USER_AVAILABLE"),
    USER_HELD: t("kinds.USER_HELD"),
    USER_DEBT: t("kinds.USER_DEBT"),
  };
  return (
    <DataTable
      definition={LEDGER_ACCOUNTS}
      state={state}
      page={page}
      path={routes.adminLedger()}
      exportPath={apiRoutes.tableExport(LEDGER_ACCOUNTS.name)}
      rowKey={(account) => account.id}
      words={{
        caption: t("accounts"),
        search: t("searchAccounts"),
        columns: {
          id: t("columns.number"),
          code: t("columns.account"),
          kind: t("columns.kind"),
          owner: t("columns.owner"),
          balance: t("columns.balance"),
          created: t("columns.created"),
        },
        filters: { kind: { label: t("columns.kind"), options: kinds } },
        empty: { title: t("noAccounts") },
      }}
      cells={{
        id: (account) => <bdi dir="ltr">{account.id}</bdi>,
        code: (account) => <AccountLink id={account.id} code={account.code} />,
        kind: (account) => kinds[account.kind],
        owner: (account) => <OwnerLink userId={account.userId} username={account.username} />,
        balance: (account) => <LedgerAmount micros={account.balanceMicros} currency={account.currency} />,
        created: (account) => <Moment at={account.createdAt} />,
      }}
    />
  );
}
