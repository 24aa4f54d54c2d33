import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvoiceFacts } from "@/components/billing/invoice-facts";
import { InvoiceLive } from "@/components/billing/invoice-live";
import { InvoiceNow } from "@/components/billing/invoice-now";
import { InvoicePayments } from "@/components/billing/invoice-payments";
import { InvoiceSheet } from "@/components/billing/invoice-sheet";
import { InvoiceStatus } from "@/components/billing/invoice-status";
import { MailInvoiceButton } from "@/components/billing/mail-invoice-button";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { SupportLink } from "@/components/layout/support-link";
import { PrintButton } from "@/components/wallet/print-button";
import { RateNote } from "@/components/wallet/rate-note";
import { loadInvoice } from "@/lib/loaders/billing";
import { loadDisplayRate } from "@/lib/loaders/display-rate";
import { loadSupportEmail } from "@/lib/loaders/support";
import { routes } from "@/lib/routes";

interface InvoicePageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: InvoicePageProps): Promise<Metadata> {
  const [t, { invoice }] = await Promise.all([
    getTranslations("billing.invoice"),
    params.then(({ id }) => loadInvoice(id)),
  ]);
  return { title: t("title", { number: invoice.number }) };
}

/** One invoice: how it stands, how to pay it, and the sheet to print. */
export default async function InvoicePage({ params }: InvoicePageProps) {
  const [t, loaded, shown, support] = await Promise.all([
    getTranslations("billing"),
    params.then(({ id }) => loadInvoice(id)),
    loadDisplayRate(),
    loadSupportEmail(),
  ]);
  const { invoice } = loaded;
  const isOpen = invoice.status === "CREATED" || invoice.status === "PENDING";
  return (
    <>
      <InvoiceLive invoiceId={invoice.id} isOpen={isOpen} />
      <div className="print:hidden">
        <PageHeader
          title={t("invoice.title", { number: invoice.number })}
          lead={<InvoiceStatus invoice={invoice} />}
          back={{ href: routes.invoices(), label: t("invoices.title") }}
          actions={
            <>
              <MailInvoiceButton invoiceId={invoice.id} />
              <PrintButton label={t("invoice.print")} />
            </>
          }
        />
      </div>
      <InvoiceSheet invoice={invoice} plan={loaded.plan} seller={loaded.seller} buyer={loaded.buyer} />
      <div
        className={isOpen ? "grid items-start gap-6 xl:grid-cols-2 print:hidden" : "contents print:hidden"}
      >
        <InvoiceNow
          invoice={invoice}
          plan={loaded.plan}
          now={loaded.now}
          isSimulated={loaded.isSimulated}
          crypto={loaded.crypto}
          isFrozen={loaded.isFrozen}
        />
        <Section title={t("invoice.facts")}>
          <InvoiceFacts invoice={invoice} plan={loaded.plan} seller={loaded.seller} buyer={loaded.buyer} />
          <RateNote {...shown} />
        </Section>
      </div>
      <Section title={t("invoice.payments")}>
        <InvoicePayments payments={invoice.payments} />
      </Section>
      <p className="text-ink-3 text-xs print:hidden">
        {t.rich(support ? "invoice.help" : "invoice.helpUnwritten", {
          number: invoice.number,
          support: (words) => (
            <SupportLink
              email={support}
              subject={t("invoice.title", { number: invoice.number })}
              className="underline underline-offset-4 hover:text-ink"
            >
              {words}
            </SupportLink>
          ),
        })}
      </p>
    </>
  );
}
