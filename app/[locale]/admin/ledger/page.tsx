import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { Island } from "@/components/feedback/island";
import { PageHeader } from "@/components/layout/page-header";
import { AccountList } from "@/components/ledger/account-list";
import { CheckState } from "@/components/ledger/check-state";
import { OrderSearch } from "@/components/ledger/order-search";
import { Skeleton } from "@/components/ui/skeleton";
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

async function Check() {
  return <CheckState {...(await loadLedgerCheck())} />;
}

export default async function LedgerPage({ searchParams }: LedgerPageProps) {
  const t = await getTranslations("ledger");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Island skeleton={<Skeleton shape="panel" className="h-16" />}>
        <Check />
      </Island>
      <OrderSearch order="" />
      <TableIsland key={JSON.stringify(await searchParams)}>
        <Accounts searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
