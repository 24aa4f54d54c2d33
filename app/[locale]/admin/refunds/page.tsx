import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RefundList } from "@/components/billing/refund-list";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { loadRefunds } from "@/lib/loaders/admin-billing";

interface RefundsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("money.refunds");
  return { title: t("title") };
}

async function Refunds({ searchParams }: RefundsPageProps) {
  return <RefundList {...(await loadRefunds(await searchParams))} />;
}

export default async function RefundsPage({ searchParams }: RefundsPageProps) {
  const t = await getTranslations("money.refunds");
  const key = JSON.stringify(await searchParams);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <TableIsland key={key}>
        <Refunds searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
