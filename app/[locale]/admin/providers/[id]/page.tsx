import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { NamedSumsTable } from "@/components/overview/named-sums-table";
import { ProviderActions } from "@/components/supply/provider-actions";
import { ProviderCalls } from "@/components/supply/provider-calls";
import { ProviderFacts } from "@/components/supply/provider-facts";
import { ProviderForm } from "@/components/supply/provider-form";
import { ProviderName } from "@/components/supply/provider-name";
import { ProviderState } from "@/components/supply/provider-state";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import { loadProvider } from "@/lib/loaders/admin-providers";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("providers");
  return { title: t("title") };
}

export default async function ProviderPage({ params }: { params: Promise<{ id: string }> }) {
  const { provider, services, calls, mayManage } = await loadProvider((await params).id);
  const t = await getTranslations("providers");
  const isUpstream = provider.kind !== "OWN_STOCK";
  return (
    <>
      <PageHeader
        title={<ProviderName name={provider.name} />}
        lead={provider.isSimulated ? t("simulatedLead") : undefined}
        back={{ href: routes.adminProviders(), label: t("title") }}
        actions={
          <>
            <ProviderState provider={provider} />
            <LinkButton href={routes.adminOrders({ provider: provider.code })} variant="secondary">
              {t("orders")}
            </LinkButton>
            <LinkButton href={routes.adminAudit({ search: provider.id })} variant="secondary">
              {t("changes")}
            </LinkButton>
          </>
        }
      />
      <ProviderFacts provider={provider} />
      {mayManage && (isUpstream || provider.state === "paused") && <ProviderActions provider={provider} />}
      <Section title={t("form.title")}>
        <Panel>
          <ProviderForm provider={provider} canEdit={mayManage} />
        </Panel>
      </Section>
      <NamedSumsTable
        title={t("services")}
        first={t("service")}
        rows={services}
        href={(id) => routes.adminService(id)}
        empty={t("noOrders")}
      />
      <ProviderCalls calls={calls} showsOrders />
    </>
  );
}
