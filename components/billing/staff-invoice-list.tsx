import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import type { InvoiceView } from "@/lib/domain/billing/types";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { STAFF_INVOICES, type StaffInvoiceColumn } from "@/lib/table/definitions/invoices";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { chargeText } from "./charge-text";
import { useInvoiceFilters } from "./invoice-filters";
import { InvoiceStatus } from "./invoice-status";
import { UsdText } from "./usd-text";

interface StaffInvoiceListProps {
  state: TableState<StaffInvoiceColumn>;
  page: TablePage<InvoiceView>;
}

/** Everybody's invoices. */
export function StaffInvoiceList({ state, page }: StaffInvoiceListProps) {
  const t = useTranslations("money.invoices");
  const words = useTranslations("billing");
  const locale = useLocale();
  const filters = useInvoiceFilters();
  return (
    <DataTable
      definition={STAFF_INVOICES}
      state={state}
      page={page}
      path={routes.adminInvoices()}
      exportPath={apiRoutes.tableExport(STAFF_INVOICES.name)}
      rowKey={(invoice) => invoice.id}
      words={{
        caption: t("title"),
        search: t("search"),
        columns: {
          number: words("columns.number"),
          createdAt: words("columns.createdAt"),
          user: words("columns.user"),
          purpose: words("columns.purpose"),
          method: words("columns.method"),
          amount: words("columns.amount"),
          charge: words("columns.charge"),
          credited: words("columns.credited"),
          refunded: words("columns.refunded"),
          status: words("columns.status"),
          paidAt: words("columns.paidAt"),
        },
        filters,
        empty: { title: t("empty"), text: t("emptyText") },
      }}
      cells={{
        number: (invoice) => (
          <Link
            href={routes.adminInvoice(invoice.id)}
            prefetch={false}
            className="underline underline-offset-2"
          >
            <Ltr className="font-mono">{invoice.number}</Ltr>
          </Link>
        ),
        createdAt: (invoice) => <Moment at={invoice.createdAt} />,
        user: ({ user }) => (
          <Link
            href={routes.adminUser(user.id)}
            prefetch={false}
            className="underline-offset-2 hover:underline"
          >
            <bdi>{user.username}</bdi>
          </Link>
        ),
        purpose: (invoice) => words(`purpose.${invoice.purpose}`),
        method: (invoice) => words(`method.${invoice.paymentMethod}`),
        amount: (invoice) => <UsdText amount={invoice.amountUsd} />,
        charge: (invoice) => (
          <Ltr className="tabular-nums">
            {chargeText(invoice.chargeAmount, invoice.chargeCurrency, locale)}
          </Ltr>
        ),
        credited: (invoice) => <UsdText amount={invoice.credited} />,
        refunded: (invoice) => <UsdText amount={invoice.refunded} />,
        status: (invoice) => <InvoiceStatus invoice={invoice} />,
        paidAt: (invoice) => (invoice.paidAt ? <Moment at={invoice.paidAt} /> : "–"),
      }}
    />
  );
}
