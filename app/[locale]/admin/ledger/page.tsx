import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { AccountList } from "@/components/ledger/account-list";
import { CheckState } from "@/components/ledger/check-state";
import { OrderSearch } from "@/components/ledger/order-search";
import { loadLedgerAccounts, loadLedgerCheck } from "@/lib/loaders/admin-ledger";

interface LedgerPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ledger");
  return { title: t("title") };
}

async function Accounts({ searchParams }: LedgerPageProps) {
  return <AccountList {...(await loadLedgerAccounts(await searchParams))} />;
}

export default async function LedgerPage({ searchParams }: LedgerPageProps) {
  const [t, check] = await Promise.all([getTranslations("ledger"), loadLedgerCheck()]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <CheckState {...check} />
      <OrderSearch order="" />
      <TableIsland key={JSON.stringify(await searchParams)}>
        <Accounts searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
