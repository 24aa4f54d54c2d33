import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffPayment } from "@/components/billing/staff-payment";
import { StaffTransactionFacts } from "@/components/billing/staff-transaction-facts";
import { TransactionStatus } from "@/components/billing/transaction-status";
import { TransactionSteps } from "@/components/billing/transaction-steps";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { loadTransaction } from "@/lib/loaders/admin-billing";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("transactions");
  return { title: t("one") };
}

export default async function TransactionPage({ params }: { params: Promise<{ id: string }> }) {
  const { transaction: line, postings, payments } = await loadTransaction((await params).id);
  const [t, wallet] = await Promise.all([getTranslations("transactions"), getTranslations("wallet")]);
  return (
    <>
      <PageHeader
        title={wallet(`type.${line.type}`)}
        lead={t("oneLead")}
        back={{ href: routes.adminTransactions(), label: t("title") }}
        actions={
          <>
            <TransactionStatus line={line} />
            {line.order && (
              <LinkButton href={routes.adminLedgerOrder({ order: line.order.id })} variant="secondary">
                {t("orderBooks")}
              </LinkButton>
            )}
          </>
        }
      />
      <StaffTransactionFacts line={line} />
      <Section title={t("steps")}>
        <TransactionSteps steps={postings} currency={line.currency} />
      </Section>
      <Section title={t("payments")}>
        {payments.map((payment) => (
          <StaffPayment key={payment.id} payment={payment} isRefunding={false} mayMove={false} />
        ))}
        {payments.length === 0 && <p className="text-ink-2 text-sm">{t("noPayments")}</p>}
      </Section>
    </>
  );
}
