import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { HistoryList } from "@/components/numbers/history-list";
import { loadHistory } from "@/lib/loaders/numbers";
import { requireCustomer } from "@/lib/loaders/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("numbers.history");
  return { title: t("title") };
}

interface HistoryPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function History({ searchParams }: HistoryPageProps) {
  return <HistoryList {...(await loadHistory(await searchParams))} />;
}

export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  await requireCustomer();
  const t = await getTranslations("numbers.history");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <TableIsland key={JSON.stringify(await searchParams)}>
        <History searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
