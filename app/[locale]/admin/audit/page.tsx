import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditList } from "@/components/audit/audit-list";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { loadAuditEvents } from "@/lib/loaders/admin-audit";

interface AuditPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

async function Events({ searchParams }: AuditPageProps) {
  return <AuditList {...(await loadAuditEvents(await searchParams))} />;
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const t = await getTranslations("audit");
  const key = JSON.stringify(await searchParams);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <TableIsland key={key}>
        <Events searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
