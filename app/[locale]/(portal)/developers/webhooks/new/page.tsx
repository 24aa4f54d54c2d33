import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Island } from "@/components/feedback/island";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { EndpointForm } from "@/components/webhooks/endpoint-form";
import { loadEndpointProjects } from "@/lib/loaders/webhooks";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhookLog");
  return { title: t("new") };
}

async function Form() {
  return (
    <Panel>
      <EndpointForm projects={await loadEndpointProjects()} />
    </Panel>
  );
}

/** Where to, and what of. */
export default async function NewWebhookPage() {
  const t = await getTranslations("webhookLog");
  return (
    <>
      <PageHeader title={t("new")} back={{ href: routes.webhooks(), label: t("title") }} />
      <Island skeleton={<Skeleton className="h-96" />}>
        <Form />
      </Island>
    </>
  );
}
