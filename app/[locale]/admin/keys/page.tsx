import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { CallerList } from "@/components/developers/caller-list";
import { StaffKeyList } from "@/components/developers/staff-key-list";
import { Island } from "@/components/feedback/island";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadCallers, loadStaffKeys } from "@/lib/loaders/admin-keys";

interface AdminKeysPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("developers.staff");
  return { title: t("title") };
}

async function Callers() {
  return <CallerList {...(await loadCallers())} />;
}

async function Keys({ searchParams }: AdminKeysPageProps) {
  return <StaffKeyList {...(await loadStaffKeys(await searchParams))} />;
}

/** Whose programs ask what, and everybody's keys. */
export default async function AdminKeysPage({ searchParams }: AdminKeysPageProps) {
  const [t, asked] = await Promise.all([getTranslations("developers.staff"), searchParams]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Section title={t("callers")} lead={t("callersLead")}>
        <Island skeleton={<Skeleton className="h-48" />}>
          <Callers />
        </Island>
      </Section>
      <Section title={t("all")}>
        <TableIsland key={JSON.stringify(asked)}>
          <Keys searchParams={searchParams} />
        </TableIsland>
      </Section>
    </>
  );
}
