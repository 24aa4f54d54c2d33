import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import { LinkButton } from "@/components/ui/link-button";
import { Ltr } from "@/components/ui/ltr";
import type { WithdrawalView } from "@/lib/domain/billing/types";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { WITHDRAWALS, type WithdrawalColumn } from "@/lib/table/definitions/withdrawals";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { IdText } from "./id-text";
import { UsdText } from "./usd-text";
import { useWithdrawalFilters } from "./withdrawal-filters";
import { WithdrawalStatusBadge } from "./withdrawal-status";

interface WithdrawalListProps {
  state: TableState<WithdrawalColumn>;
  page: TablePage<WithdrawalView>;
}

/** One's own withdrawals. */
export function WithdrawalList({ state, page }: WithdrawalListProps) {
  const t = useTranslations("withdrawals");
  const filters = useWithdrawalFilters();
  return (
    <DataTable
      definition={WITHDRAWALS}
      state={state}
      page={page}
      path={routes.withdrawals()}
      exportPath={apiRoutes.tableExport(WITHDRAWALS.name)}
      rowKey={(withdrawal) => withdrawal.id}
      words={{
        caption: t("title"),
        search: t("search"),
        columns: {
          number: t("columns.number"),
          createdAt: t("columns.createdAt"),
          method: t("columns.method"),
          destination: t("columns.destination"),
          amount: t("columns.amount"),
          status: t("columns.status"),
        },
        filters,
        empty: {
          title: t("empty"),
          text: t("emptyText"),
          action: <LinkButton href={routes.newWithdrawal()}>{t("new")}</LinkButton>,
        },
      }}
      cells={{
        number: (withdrawal) => (
          <Link
            href={routes.withdrawal(withdrawal.id)}
            prefetch={false}
            className="underline underline-offset-2"
          >
            <Ltr className="font-mono">{withdrawal.number}</Ltr>
          </Link>
        ),
        createdAt: (withdrawal) => <Moment at={withdrawal.createdAt} />,
        method: (withdrawal) => t(`method.${withdrawal.method}`),
        destination: (withdrawal) => <IdText>{withdrawal.destination}</IdText>,
        amount: (withdrawal) => <UsdText amount={withdrawal.amount} />,
        status: (withdrawal) => <WithdrawalStatusBadge status={withdrawal.status} />,
      }}
    />
  );
}
