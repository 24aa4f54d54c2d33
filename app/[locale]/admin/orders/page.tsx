import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { parseHistoryFilter } from "@/components/numbers/history-filter";
import { StaffOrderSearch } from "@/components/numbers/staff-order-search";
import { StaffOrderTable } from "@/components/numbers/staff-order-table";
import { loadAllOrders } from "@/lib/loaders/admin-orders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.orders");
  return { title: t("title") };
}

interface StaffOrdersPageProps {
  searchParams: Promise<{ page?: string; search?: string; outcome?: string }>;
}

export default async function StaffOrdersPage({ searchParams }: StaffOrdersPageProps) {
  const t = await getTranslations("admin.orders");
  const asked = await searchParams;
  const search = typeof asked.search === "string" ? asked.search.slice(0, 60) : "";
  const { page: number, outcome } = parseHistoryFilter(asked);
  const { page, mayRefund } = await loadAllOrders({ page: number, outcome, search: search || undefined });
  return (
    <>
      <PageHeader title={t("title")} />
      <StaffOrderSearch search={search} />
      <StaffOrderTable page={page} search={search} mayRefund={mayRefund} />
    </>
  );
}
