import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PaymentList } from "@/components/billing/payment-list";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { loadPayments } from "@/lib/loaders/admin-billing";

interface PaymentsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("money.payments");
  return { title: t("title") };
}

async function Payments({ searchParams }: PaymentsPageProps) {
  return <PaymentList {...(await loadPayments(await searchParams))} />;
}

export default async function PaymentsPage({ searchParams }: PaymentsPageProps) {
  const t = await getTranslations("money.payments");
  const key = JSON.stringify(await searchParams);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <TableIsland key={key}>
        <Payments searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
