import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { DeveloperTabs } from "@/components/developers/developer-tabs";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { EndpointList } from "@/components/webhooks/endpoint-list";
import { loadEndpoints } from "@/lib/loaders/webhooks";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhookLog");
  return { title: t("title") };
}

async function Endpoints() {
  return <EndpointList endpoints={await loadEndpoints()} />;
}

/** Where one's own server is told what happens. */
export default async function WebhooksPage() {
  const t = await getTranslations("webhookLog");
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<LinkButton href={routes.newWebhook()}>{t("new")}</LinkButton>}
      />
      <DeveloperTabs />
      <TableIsland>
        <Endpoints />
      </TableIsland>
    </>
  );
}
