import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvoiceList } from "@/components/billing/invoice-list";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { loadInvoices } from "@/lib/loaders/billing";
import { routes } from "@/lib/routes";

interface InvoicesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing.invoices");
  return { title: t("title") };
}

async function Invoices({ searchParams }: InvoicesPageProps) {
  return <InvoiceList {...(await loadInvoices(await searchParams))} />;
}

export default async function InvoicesPage({ searchParams }: InvoicesPageProps) {
  const [t, tWallet, asked] = await Promise.all([
    getTranslations("billing"),
    getTranslations("wallet"),
    searchParams,
  ]);
  return (
    <>
      <PageHeader
        title={t("invoices.title")}
        back={{ href: routes.wallet(), label: tWallet("title") }}
        actions={<LinkButton href={routes.topUp()}>{t("walletLinks.add")}</LinkButton>}
      />
      <TableIsland key={JSON.stringify(asked)}>
        <Invoices searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
