import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormSection, Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { PanelFacts } from "@/components/vpn-desk/panel-facts";
import { PanelForm } from "@/components/vpn-desk/panel-form";
import { CheckHistory, FailingAccounts, ProbeHistory } from "@/components/vpn-desk/panel-history";
import { ServerChecklist } from "@/components/vpn-desk/server-checklist";
import { ServerDecisions } from "@/components/vpn-desk/server-decisions";
import { ServerFacts } from "@/components/vpn-desk/server-facts";
import { ServerForm } from "@/components/vpn-desk/server-form";
import { ServerInbounds } from "@/components/vpn-desk/server-inbounds";
import { ServerState } from "@/components/vpn-desk/server-state";
import { loadVpnServer } from "@/lib/loaders/admin-vpn-servers";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("vpnDesk.servers");
  return { title: t("title") };
}

export default async function VpnServerPage({ params }: { params: Promise<{ id: string }> }) {
  const { server, panels, fields, mayManage } = await loadVpnServer((await params).id);
  const t = await getTranslations("vpnDesk.servers");
  return (
    <>
      <PageHeader
        title={<bdi>{server.name}</bdi>}
        back={{ href: routes.adminVpnServers(), label: t("title") }}
        actions={
          <>
            <ServerState server={server} />
            <LinkButton href={routes.adminVpnSubscriptions({ server: server.id })} variant="secondary">
              {t("people")}
            </LinkButton>
            <LinkButton href={routes.adminVpnUsage({ server: server.id })} variant="secondary">
              {t("usage")}
            </LinkButton>
            <LinkButton href={routes.adminAudit({ search: server.id })} variant="secondary">
              {t("changes")}
            </LinkButton>
          </>
        }
      />
      {mayManage && <ServerDecisions server={server} />}
      <Section title={t("checklist")}>
        <ServerChecklist server={server} />
      </Section>
      <Section title={t("facts")}>
        <ServerFacts server={server} />
      </Section>
      <Section title={t("inbounds")} lead={t("inboundsLead")}>
        <ServerInbounds server={server} canEdit={mayManage} />
      </Section>
      <Section title={t("panel")} lead={t("panelLead")}>
        <PanelFacts panel={server.panel} />
      </Section>
      <FailingAccounts failing={server.failing} />
      <ProbeHistory probes={server.probes} />
      <CheckHistory checks={server.checks} />
      {mayManage && (
        <>
          <FormSection title={t("edit")} wide>
            <ServerForm server={server} panels={panels} />
          </FormSection>
          <FormSection title={t("editPanel")} wide>
            <PanelForm panel={server.panel} fields={fields} />
          </FormSection>
        </>
      )}
    </>
  );
}
