import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TransactionList } from "@/components/billing/transaction-list";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { loadTransactions } from "@/lib/loaders/admin-billing";

interface TransactionsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("transactions");
  return { title: t("title") };
}

async function Transactions({ searchParams }: TransactionsPageProps) {
  return <TransactionList {...(await loadTransactions(await searchParams))} />;
}

export default async function TransactionsPage({ searchParams }: TransactionsPageProps) {
  const t = await getTranslations("transactions");
  const key = JSON.stringify(await searchParams);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <TableIsland key={key}>
        <Transactions searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
