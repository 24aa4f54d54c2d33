import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OpenWithdrawals } from "@/components/billing/open-withdrawals";
import { StaffWithdrawalList } from "@/components/billing/staff-withdrawal-list";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { loadStaffWithdrawals } from "@/lib/loaders/withdrawals";

interface StaffWithdrawalsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("money.withdrawals");
  return { title: t("title") };
}

async function Withdrawals({ searchParams }: StaffWithdrawalsPageProps) {
  const { open, ...list } = await loadStaffWithdrawals(await searchParams);
  return (
    <>
      {list.page.total > 0 && <OpenWithdrawals open={open} />}
      <StaffWithdrawalList {...list} />
    </>
  );
}

/** Everything that customers want paid out, and what of it waits for a person. */
export default async function StaffWithdrawalsPage({ searchParams }: StaffWithdrawalsPageProps) {
  const t = await getTranslations("money.withdrawals");
  const key = JSON.stringify(await searchParams);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <TableIsland key={key}>
        <Withdrawals searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
