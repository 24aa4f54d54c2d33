import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { parseHistoryFilter } from "@/components/numbers/history-filter";
import { HistoryFilters } from "@/components/numbers/history-filters";
import { HistoryTable } from "@/components/numbers/history-table";
import { loadOrders } from "@/lib/loaders/numbers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("numbers.history");
  return { title: t("title") };
}

interface HistoryPageProps {
  searchParams: Promise<{ page?: string; outcome?: string }>;
}

export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  const t = await getTranslations("numbers.history");
  const filter = parseHistoryFilter(await searchParams);
  const page = await loadOrders({ page: filter.page, outcome: filter.outcome });
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <HistoryFilters outcome={filter.outcome} />
      <HistoryTable page={page} outcome={filter.outcome} />
    </>
  );
}
