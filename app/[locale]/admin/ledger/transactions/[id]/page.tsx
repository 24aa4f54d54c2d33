import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { EntryTable } from "@/components/ledger/entry-table";
import { HoldFacts } from "@/components/ledger/hold-facts";
import { TransactionFacts } from "@/components/ledger/transaction-facts";
import { loadLedgerTransaction } from "@/lib/loaders/admin-ledger";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ledger");
  return { title: t("columns.transaction") };
}

export default async function LedgerTransactionPage({ params }: { params: Promise<{ id: string }> }) {
  const loaded = await loadLedgerTransaction((await params).id);
  if (!loaded) notFound();
  const { transaction, hold } = loaded;
  const t = await getTranslations("ledger");
  return (
    <>
      <PageHeader
        title={t("transaction", { id: transaction.id })}
        back={{ href: routes.adminLedger(), label: t("title") }}
      />
      <TransactionFacts transaction={transaction} />
      <Section title={t("entries")}>
        <EntryTable entries={transaction.entries} caption={t("entries")} />
      </Section>
      {hold && (
        <Section title={t("hold.title")}>
          <HoldFacts hold={hold} />
        </Section>
      )}
    </>
  );
}
