import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import type { StaffRefundView } from "@/lib/domain/billing/types";
import { apiRoutes, routes } from "@/lib/routes";
import { REFUNDS, type RefundColumn } from "@/lib/table/definitions/refunds";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { IdText } from "./id-text";
import { RefundStatus } from "./refund-status";
import { NumberedLink, PersonLink } from "./transaction-links";
import { UsdText } from "./usd-text";

interface RefundListProps {
  state: TableState<RefundColumn>;
  page: TablePage<StaffRefundView>;
}

/** Everybody's refunds: what goes back to where it came from, or went. */
export function RefundList({ state, page }: RefundListProps) {
  const t = useTranslations("money.refund");
  const list = useTranslations("money.refunds");
  const billing = useTranslations("billing");
  const facts = useTranslations("money.facts");
  return (
    <DataTable
      definition={REFUNDS}
      state={state}
      page={page}
      path={routes.adminRefunds()}
      exportPath={apiRoutes.tableExport(REFUNDS.name)}
      rowKey={(refund) => refund.id}
      words={{
        caption: list("title"),
        search: list("search"),
        columns: {
          createdAt: t("at"),
          user: billing("columns.user"),
          invoice: billing("columns.number"),
          amount: t("sum"),
          status: t("status"),
          reason: t("reason"),
          by: t("by"),
          reference: t("reference"),
          failure: t("failure"),
          tries: t("tries"),
          finishedAt: t("finished"),
          updatedAt: facts("updatedAt"),
          payment: list("payment"),
          id: billing("invoice.id"),
        },
        filters: {
          status: {
            label: t("status"),
            any: billing("invoices.any"),
            options: {
              PENDING: t("state.PENDING"),
              COMPLETED: t("state.COMPLETED"),
              FAILED: t("state.FAILED"),
            },
          },
          from: { label: billing("columns.from") },
          to: { label: billing("columns.to") },
        },
        empty: { title: list("empty"), text: list("emptyText") },
      }}
      cells={{
        createdAt: (refund) => <Moment at={refund.createdAt} />,
        user: ({ user }) => <PersonLink user={user} />,
        invoice: (refund) => (
          <NumberedLink href={routes.adminInvoice(refund.invoiceId)} number={refund.invoiceNumber} />
        ),
        amount: (refund) => <UsdText amount={refund.amount} />,
        status: (refund) => <RefundStatus status={refund.status} />,
        reason: (refund) => <bdi className="break-words">{refund.reason}</bdi>,
        by: (refund) => <bdi>{refund.requestedBy ?? t("byGateway")}</bdi>,
        reference: (refund) => <IdText>{refund.gatewayRefundId}</IdText>,
        failure: (refund) => (refund.failureCode ? t("failureWords", { code: refund.failureCode }) : "–"),
        tries: (refund) => <IdText>{refund.attempts}</IdText>,
        finishedAt: (refund) => (refund.finishedAt ? <Moment at={refund.finishedAt} /> : "–"),
        updatedAt: (refund) => <Moment at={refund.updatedAt} />,
        payment: (refund) => <IdText>{refund.paymentId}</IdText>,
        id: (refund) => <IdText>{refund.id}</IdText>,
      }}
    />
  );
}
