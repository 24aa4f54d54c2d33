import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { Island } from "@/components/feedback/island";
import { PageHeader } from "@/components/layout/page-header";
import { FindingList } from "@/components/reconciliation/finding-list";
import { RunState } from "@/components/reconciliation/run-state";
import { RunTable } from "@/components/reconciliation/run-table";
import { Skeleton } from "@/components/ui/skeleton";
import { loadFindings, loadReconciliationRuns } from "@/lib/loaders/admin-reconciliation";

interface ReconciliationPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reconciliation");
  return { title: t("title") };
}

async function State() {
  return <RunState {...(await loadReconciliationRuns())} />;
}

async function Runs() {
  const { runs } = await loadReconciliationRuns();
  return <RunTable runs={runs} />;
}

async function Findings({ searchParams }: ReconciliationPageProps) {
  return <FindingList {...(await loadFindings(await searchParams))} />;
}

export default async function ReconciliationPage({ searchParams }: ReconciliationPageProps) {
  const t = await getTranslations("reconciliation");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Island skeleton={<Skeleton shape="panel" className="h-72" />}>
        <State />
      </Island>
      <section aria-labelledby="findings" className="flex flex-col gap-2">
        <h2 id="findings" className="font-medium">
          {t("findings.title")}
        </h2>
        <TableIsland key={JSON.stringify(await searchParams)}>
          <Findings searchParams={searchParams} />
        </TableIsland>
      </section>
      <Island skeleton={<Skeleton shape="panel" className="h-48" />}>
        <Runs />
      </Island>
    </>
  );
}
