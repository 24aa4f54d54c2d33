import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { JobTable } from "@/components/operations/job-table";
import { OutboxPanel } from "@/components/operations/outbox-panel";
import { EmptyState } from "@/components/ui/empty-state";
import { loadOperations } from "@/lib/loaders/admin-jobs";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("jobs");
  return { title: t("title") };
}

export default async function JobsPage() {
  const { jobs, outbox, mayOperate } = await loadOperations();
  const t = await getTranslations("jobs");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {jobs.length === 0 ? (
        <EmptyState title={t("empty")} text={t("emptyText")} />
      ) : (
        <JobTable jobs={jobs} mayOperate={mayOperate} />
      )}
      <OutboxPanel outbox={outbox} mayOperate={mayOperate} />
    </>
  );
}
