import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { StaffOrderList } from "@/components/numbers/staff-order-list";
import { loadStaffOrders } from "@/lib/loaders/admin-orders";

interface StaffOrdersPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("orders");
  return { title: t("title") };
}

async function Orders({ searchParams }: StaffOrdersPageProps) {
  return <StaffOrderList {...(await loadStaffOrders(await searchParams))} />;
}

export default async function StaffOrdersPage({ searchParams }: StaffOrdersPageProps) {
  const t = await getTranslations("orders");
  const key = JSON.stringify(await searchParams);
  return (
    <>
      <PageHeader title={t("title")} />
      <TableIsland key={key}>
        <Orders searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
