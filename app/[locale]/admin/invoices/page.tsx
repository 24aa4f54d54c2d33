import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffInvoiceList } from "@/components/billing/staff-invoice-list";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { loadStaffInvoices } from "@/lib/loaders/admin-billing";

interface StaffInvoicesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("money.invoices");
  return { title: t("title") };
}

async function Invoices({ searchParams }: StaffInvoicesPageProps) {
  return <StaffInvoiceList {...(await loadStaffInvoices(await searchParams))} />;
}

export default async function StaffInvoicesPage({ searchParams }: StaffInvoicesPageProps) {
  const t = await getTranslations("money.invoices");
  const key = JSON.stringify(await searchParams);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <TableIsland key={key}>
        <Invoices searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
