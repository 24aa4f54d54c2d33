import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Moment } from "@/components/layout/moment";
import { LinkButton } from "@/components/ui/link-button";
import { Ltr } from "@/components/ui/ltr";
import type { InvoiceView } from "@/lib/domain/billing/types";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";
import { Link } from "@/lib/i18n/navigation";
import { apiRoutes, routes } from "@/lib/routes";
import { INVOICES, type InvoiceColumn } from "@/lib/table/definitions/invoices";
import type { TablePage, TableState } from "@/lib/table/table-state";
import { chargeText } from "./charge-text";
import { useInvoiceFilters } from "./invoice-filters";
import { InvoiceStatus } from "./invoice-status";

interface InvoiceListProps {
  state: TableState<InvoiceColumn>;
  page: TablePage<InvoiceView>;
}

/** One's own invoices. */
export function InvoiceList({ state, page }: InvoiceListProps) {
  const t = useTranslations("billing");
  const locale = useLocale();
  const filters = useInvoiceFilters();
  return (
    <DataTable
      definition={INVOICES}
      state={state}
      page={page}
      path={routes.invoices()}
      exportPath={apiRoutes.tableExport(INVOICES.name)}
      rowKey={(invoice) => invoice.id}
      words={{
        caption: t("invoices.title"),
        search: t("invoices.search"),
        columns: {
          number: t("columns.number"),
          createdAt: t("columns.createdAt"),
          method: t("columns.method"),
          amount: t("columns.amount"),
          charge: t("columns.charge"),
          status: t("columns.status"),
          paidAt: t("columns.paidAt"),
        },
        filters,
        empty: {
          title: t("invoices.empty"),
          text: t("invoices.emptyText"),
          action: <LinkButton href={routes.topUp()}>{t("walletLinks.add")}</LinkButton>,
        },
      }}
      cells={{
        number: (invoice) => (
          <Link href={routes.invoice(invoice.id)} prefetch={false} className="underline underline-offset-2">
            <Ltr className="font-mono">{invoice.number}</Ltr>
          </Link>
        ),
        createdAt: (invoice) => <Moment at={invoice.createdAt} />,
        method: (invoice) => t(`method.${invoice.paymentMethod}`),
        amount: (invoice) => (
          <Ltr className="tabular-nums">
            {formatMoney(parseDecimal(invoice.amountUsd) ?? 0n, invoice.currency, locale)}
          </Ltr>
        ),
        charge: (invoice) => (
          <Ltr className="tabular-nums">
            {chargeText(invoice.chargeAmount, invoice.chargeCurrency, locale)}
          </Ltr>
        ),
        status: (invoice) => <InvoiceStatus invoice={invoice} />,
        paidAt: (invoice) => (invoice.paidAt ? <Moment at={invoice.paidAt} /> : "–"),
      }}
    />
  );
}
