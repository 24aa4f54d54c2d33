import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { FailingDeliveries } from "@/components/webhooks/failing-deliveries";
import { StaffEndpointList } from "@/components/webhooks/staff-endpoint-list";
import { loadStaffWebhooks } from "@/lib/loaders/webhooks";

interface StaffWebhooksPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhookLog.staff");
  return { title: t("title") };
}

async function Webhooks({ searchParams }: StaffWebhooksPageProps) {
  const [t, { failing, ...list }] = await Promise.all([
    getTranslations("webhookLog.staff"),
    searchParams.then(loadStaffWebhooks),
  ]);
  return (
    <>
      <StaffEndpointList {...list} />
      {list.page.total > 0 && (
        <Section title={t("failing")}>
          <FailingDeliveries deliveries={failing} />
        </Section>
      )}
    </>
  );
}

/** Where customers are told what happened, and what does not arrive. */
export default async function StaffWebhooksPage({ searchParams }: StaffWebhooksPageProps) {
  const t = await getTranslations("webhookLog.staff");
  const key = JSON.stringify(await searchParams);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <TableIsland key={key}>
        <Webhooks searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
