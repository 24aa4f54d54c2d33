import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageIsland } from "@/components/feedback/page-island";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { EndpointList } from "@/components/webhooks/endpoint-list";
import { loadEndpoints } from "@/lib/loaders/webhooks";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhookLog");
  return { title: t("title") };
}

async function Endpoints() {
  const [t, endpoints] = await Promise.all([getTranslations("webhookLog"), loadEndpoints()]);
  const create = <LinkButton href={routes.newWebhook()}>{t("new")}</LinkButton>;
  if (endpoints.length === 0) return <EmptyState title={t("empty")} text={t("emptyText")} action={create} />;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-2 text-sm">{t("lead")}</p>
        {create}
      </div>
      <EndpointList endpoints={endpoints} />
    </>
  );
}

/** Where one's own server is told what happens. */
export default function WebhooksPage() {
  return (
    <PageIsland>
      <Endpoints />
    </PageIsland>
  );
}
