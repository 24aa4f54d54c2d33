import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import type { StaffPaymentView } from "@/lib/domain/billing/types";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { PAYMENTS, type PaymentColumn } from "@/lib/table/definitions/payments";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { chargeText } from "./charge-text";
import { GatewayName } from "./gateway-name";
import { IdText } from "./id-text";
import { DisputeBadge, PaymentStatusBadge } from "./payment-status";
import { UsdText } from "./usd-text";

interface PaymentListProps {
  state: TableState<PaymentColumn>;
  page: TablePage<StaffPaymentView>;
}

const STATUSES = [
  "CREATED",
  "PENDING",
  "DETECTED",
  "CONFIRMED",
  "SETTLED",
  "FAILED",
  "EXPIRED",
  "REFUNDED",
] as const;
const DISPUTES = ["RUNNING", "OPEN", "FUNDS_WITHDRAWN", "FUNDS_REINSTATED", "WON", "LOST"] as const;

function useFilters() {
  const t = useTranslations("billing");
  const words = useTranslations("money");
  const any = t("invoices.any");
  return {
    status: {
      label: t("columns.status"),
      any,
      options: Object.fromEntries(STATUSES.map((status) => [status, t(`payment.${status}`)])),
    },
    gateway: {
      label: words("facts.gateway"),
      any,
      options: {
        STRIPE: words("gateway.STRIPE"),
        MERCADOPAGO: words("gateway.MERCADOPAGO"),
        CRYPTO: words("gateway.CRYPTO"),
      },
    },
    dispute: {
      label: words("payments.dispute"),
      any,
      options: Object.fromEntries(DISPUTES.map((state) => [state, words(`dispute.${state}`)])),
    },
    from: { label: t("columns.from") },
    to: { label: t("columns.to") },
  };
}

/** Everybody's payments. */
export function PaymentList({ state, page }: PaymentListProps) {
  const t = useTranslations("billing");
  const words = useTranslations("money");
  const locale = useLocale();
  const filters = useFilters();
  return (
    <DataTable
      definition={PAYMENTS}
      state={state}
      page={page}
      path={routes.adminPayments()}
      exportPath={apiRoutes.tableExport(PAYMENTS.name)}
      rowKey={(payment) => payment.id}
      words={{
        caption: words("payments.title"),
        search: words("payments.search"),
        columns: {
          reference: t("invoice.reference"),
          createdAt: t("columns.createdAt"),
          user: t("columns.user"),
          invoice: t("columns.number"),
          gateway: words("facts.gateway"),
          charge: t("columns.charge"),
          credited: t("columns.credited"),
          refunded: t("columns.refunded"),
          status: t("columns.status"),
          dispute: words("payments.dispute"),
          settledAt: words("facts.settledAt"),
        },
        filters,
        empty: { title: words("payments.empty"), text: words("payments.emptyText") },
      }}
      cells={{
        reference: (payment) => <IdText>{payment.txid ?? payment.gatewayPaymentId}</IdText>,
        createdAt: (payment) => <Moment at={payment.createdAt} />,
        user: ({ user }) => (
          <Link
            href={routes.adminUser(user.id)}
            prefetch={false}
            className="underline-offset-2 hover:underline"
          >
            <bdi>{user.username}</bdi>
          </Link>
        ),
        invoice: (payment) => (
          <Link
            href={routes.adminInvoice(payment.invoiceId)}
            prefetch={false}
            className="underline underline-offset-2"
          >
            <Ltr className="font-mono">{payment.invoiceNumber}</Ltr>
          </Link>
        ),
        gateway: (payment) => <GatewayName gateway={payment.gateway} />,
        charge: (payment) => (
          <Ltr className="tabular-nums">{chargeText(payment.amount, payment.currency, locale)}</Ltr>
        ),
        credited: (payment) => <UsdText amount={payment.credited} />,
        refunded: (payment) => <UsdText amount={payment.refunded} />,
        status: (payment) => <PaymentStatusBadge status={payment.status} />,
        dispute: (payment) =>
          payment.disputeState === "NONE" ? "–" : <DisputeBadge state={payment.disputeState} />,
        settledAt: (payment) => (payment.settledAt ? <Moment at={payment.settledAt} /> : "–"),
      }}
    />
  );
}
