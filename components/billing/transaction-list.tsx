import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import type { TransactionView } from "@/lib/domain/billing/types";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { TRANSACTIONS, type TransactionColumn } from "@/lib/table/definitions/transactions";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { GatewayName } from "./gateway-name";
import { IdText } from "./id-text";
import { SignedMoney } from "./signed-money";
import { useTransactionFilters } from "./transaction-filters";
import { TransactionKind } from "./transaction-kind";
import { NumberedLink, PersonLink } from "./transaction-links";
import { TransactionStatus } from "./transaction-status";

interface TransactionListProps {
  state: TableState<TransactionColumn>;
  page: TablePage<TransactionView>;
}

/** Everybody's lines of the statement. */
export function TransactionList({ state, page }: TransactionListProps) {
  const t = useTranslations("transactions");
  const billing = useTranslations("billing");
  const filters = useTransactionFilters();
  return (
    <DataTable
      definition={TRANSACTIONS}
      state={state}
      page={page}
      path={routes.adminTransactions()}
      exportPath={apiRoutes.tableExport(TRANSACTIONS.name)}
      rowKey={(line) => line.id}
      words={{
        caption: t("title"),
        search: t("search"),
        columns: {
          createdAt: t("columns.createdAt"),
          user: t("columns.user"),
          type: t("columns.type"),
          status: t("columns.status"),
          amount: t("columns.amount"),
          gateway: t("columns.gateway"),
          method: t("columns.method"),
          description: t("columns.description"),
          order: t("columns.order"),
          invoice: t("columns.invoice"),
          reference: t("columns.reference"),
          ledger: t("columns.ledger"),
          updatedAt: t("columns.updatedAt"),
          open: t("columns.open"),
        },
        filters,
        empty: { title: t("empty"), text: t("emptyText") },
      }}
      cells={{
        createdAt: (line) => <Moment at={line.createdAt} />,
        user: ({ user }) => <PersonLink user={user} />,
        type: (line) => <TransactionKind line={line} />,
        status: (line) => <TransactionStatus line={line} />,
        amount: ({ amount, currency }) => <SignedMoney amount={amount} currency={currency} />,
        gateway: ({ gateway }) => <GatewayName gateway={gateway} />,
        method: ({ paymentMethod }) => billing(`method.${paymentMethod}`),
        description: ({ description }) => (description ? <bdi>{description}</bdi> : "–"),
        order: ({ order }) => (
          <NumberedLink href={order ? routes.adminOrder(order.id) : ""} number={order?.number ?? null} />
        ),
        invoice: ({ invoice }) => (
          <NumberedLink
            href={invoice ? routes.adminInvoice(invoice.id) : ""}
            number={invoice?.number ?? null}
          />
        ),
        reference: (line) => <IdText>{line.gatewayTransactionId}</IdText>,
        ledger: ({ ledgerTransactionId: id }) => (
          <NumberedLink href={id ? routes.adminLedgerTransaction(id) : ""} number={id} />
        ),
        updatedAt: (line) => <Moment at={line.updatedAt} />,
        open: (line) => (
          <Link
            href={routes.adminTransaction(line.id)}
            prefetch={false}
            className="flex min-h-11 items-center underline underline-offset-2 md:min-h-6"
          >
            {t("open")}
          </Link>
        ),
      }}
    />
  );
}
