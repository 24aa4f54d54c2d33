import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WithdrawalList } from "@/components/billing/withdrawal-list";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { loadWithdrawals } from "@/lib/loaders/withdrawals";
import { routes } from "@/lib/routes";

interface WithdrawalsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("withdrawals");
  return { title: t("title") };
}

async function Withdrawals({ searchParams }: WithdrawalsPageProps) {
  return <WithdrawalList {...(await loadWithdrawals(await searchParams))} />;
}

export default async function WithdrawalsPage({ searchParams }: WithdrawalsPageProps) {
  const [t, tWallet, asked] = await Promise.all([
    getTranslations("withdrawals"),
    getTranslations("wallet"),
    searchParams,
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        back={{ href: routes.wallet(), label: tWallet("title") }}
        actions={<LinkButton href={routes.newWithdrawal()}>{t("new")}</LinkButton>}
      />
      <TableIsland key={JSON.stringify(asked)}>
        <Withdrawals searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
