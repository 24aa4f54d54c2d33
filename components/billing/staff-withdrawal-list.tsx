import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import type { WithdrawalView } from "@/lib/domain/billing/types";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { STAFF_WITHDRAWALS, type StaffWithdrawalColumn } from "@/lib/table/definitions/withdrawals";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { IdText } from "./id-text";
import { UsdText } from "./usd-text";
import { useWithdrawalFilters } from "./withdrawal-filters";
import { StaffWithdrawalStatus } from "./withdrawal-status";

interface StaffWithdrawalListProps {
  state: TableState<StaffWithdrawalColumn>;
  page: TablePage<WithdrawalView>;
}

function useStaffFilters() {
  const t = useTranslations("money.withdrawals");
  const filters = useWithdrawalFilters();
  return {
    ...filters,
    status: {
      ...filters.status,
      options: {
        OPEN: t("OPEN"),
        REQUESTED: t("status.REQUESTED"),
        APPROVED: t("status.APPROVED"),
        PAID: t("status.PAID"),
        REFUSED: t("status.REFUSED"),
        CANCELED: t("status.CANCELED"),
      },
    },
  };
}

/** Everybody's withdrawals. */
export function StaffWithdrawalList({ state, page }: StaffWithdrawalListProps) {
  const t = useTranslations("withdrawals");
  const words = useTranslations("money.withdrawals");
  const tBilling = useTranslations("billing");
  const filters = useStaffFilters();
  return (
    <DataTable
      definition={STAFF_WITHDRAWALS}
      state={state}
      page={page}
      path={routes.adminWithdrawals()}
      exportPath={apiRoutes.tableExport(STAFF_WITHDRAWALS.name)}
      rowKey={(withdrawal) => withdrawal.id}
      words={{
        caption: words("title"),
        search: words("search"),
        columns: {
          number: t("columns.number"),
          createdAt: t("columns.createdAt"),
          user: tBilling("columns.user"),
          method: t("columns.method"),
          destination: t("columns.destination"),
          amount: t("columns.amount"),
          approvals: words("approvals"),
          status: t("columns.status"),
          decidedAt: words("decidedAt"),
          reference: words("reference"),
        },
        filters,
        empty: { title: words("empty"), text: words("emptyText") },
      }}
      cells={{
        number: (withdrawal) => (
          <Link
            href={routes.adminWithdrawal(withdrawal.id)}
            prefetch={false}
            className="underline underline-offset-2"
          >
            <Ltr className="font-mono">{withdrawal.number}</Ltr>
          </Link>
        ),
        createdAt: (withdrawal) => <Moment at={withdrawal.createdAt} />,
        user: ({ user }) => (
          <Link
            href={routes.adminUser(user.id)}
            prefetch={false}
            className="underline-offset-2 hover:underline"
          >
            <bdi>{user.username}</bdi>
          </Link>
        ),
        method: (withdrawal) => t(`method.${withdrawal.method}`),
        destination: (withdrawal) => <IdText>{withdrawal.destination}</IdText>,
        amount: (withdrawal) => <UsdText amount={withdrawal.amount} />,
        approvals: ({ approvals, approvalsNeeded }) =>
          words("of", { count: approvals.length, needed: approvalsNeeded }),
        status: (withdrawal) => <StaffWithdrawalStatus status={withdrawal.status} />,
        decidedAt: (withdrawal) => (withdrawal.decidedAt ? <Moment at={withdrawal.decidedAt} /> : "–"),
        reference: (withdrawal) => <IdText>{withdrawal.payoutReference}</IdText>,
      }}
    />
  );
}
