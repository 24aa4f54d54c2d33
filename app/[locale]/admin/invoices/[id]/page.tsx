import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CloseInvoice } from "@/components/billing/close-invoice";
import { GatewayEvents } from "@/components/billing/gateway-events";
import { InvoiceStatus } from "@/components/billing/invoice-status";
import { MarkInvoicePaid } from "@/components/billing/mark-invoice-paid";
import { RefundTable } from "@/components/billing/refund-table";
import { StaffInvoiceFacts } from "@/components/billing/staff-invoice-facts";
import { StaffPayment } from "@/components/billing/staff-payment";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { loadStaffInvoice } from "@/lib/loaders/admin-billing";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("money.invoices");
  return { title: t("title") };
}

export default async function StaffInvoicePage({ params }: { params: Promise<{ id: string }> }) {
  const { invoice, refunds, events, mayMove } = await loadStaffInvoice((await params).id);
  const [t, words] = await Promise.all([getTranslations("money.invoices"), getTranslations("billing")]);
  return (
    <>
      <PageHeader
        title={words("invoice.title", { number: invoice.number })}
        lead={words(`method.${invoice.paymentMethod}`)}
        back={{ href: routes.adminInvoices(), label: t("title") }}
        actions={
          <>
            <InvoiceStatus invoice={invoice} />
            {mayMove && ["CREATED", "PENDING", "EXPIRED", "CANCELED"].includes(invoice.status) && (
              <MarkInvoicePaid invoiceId={invoice.id} number={invoice.number} />
            )}
            {mayMove && (invoice.status === "CREATED" || invoice.status === "PENDING") && (
              <CloseInvoice invoice={invoice} />
            )}
            <LinkButton href={routes.adminAudit({ search: invoice.id })} variant="secondary">
              {t("audit")}
            </LinkButton>
          </>
        }
      />
      <StaffInvoiceFacts invoice={invoice} />
      <Section title={words("invoice.payments")}>
        {invoice.payments.map((payment) => (
          <StaffPayment
            key={payment.id}
            payment={payment}
            isRefunding={refunds.some(
              ({ paymentId, status }) => paymentId === payment.id && status === "PENDING",
            )}
            mayMove={mayMove}
          />
        ))}
        {invoice.payments.length === 0 && <p className="text-ink-2">{words("invoice.noPayments")}</p>}
      </Section>
      <Section title={t("refunds")}>
        <RefundTable refunds={refunds} />
      </Section>
      <Section title={t("events")} lead={t("eventsText")}>
        <GatewayEvents events={events} />
      </Section>
    </>
  );
}
