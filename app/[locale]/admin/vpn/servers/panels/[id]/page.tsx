import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormSection, Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { PanelAnswer } from "@/components/vpn-desk/panel-answer";
import { PanelDesk } from "@/components/vpn-desk/panel-desk";
import { PanelFacts } from "@/components/vpn-desk/panel-facts";
import { PanelForm } from "@/components/vpn-desk/panel-form";
import { CheckHistory, FailingAccounts, ProbeHistory } from "@/components/vpn-desk/panel-history";
import { PanelServers } from "@/components/vpn-desk/panel-servers";
import { RemovePanel } from "@/components/vpn-desk/remove-panel";
import { loadVpnPanel } from "@/lib/loaders/admin-vpn-servers";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("vpnDesk.panels");
  return { title: t("title") };
}

export default async function VpnPanelPage({ params }: { params: Promise<{ id: string }> }) {
  const { panel, fields, mayManage } = await loadVpnPanel((await params).id);
  const t = await getTranslations("vpnDesk");
  return (
    <>
      <PageHeader
        title={<bdi>{panel.name}</bdi>}
        back={{ href: routes.adminVpnServers(), label: t("servers.title") }}
        actions={
          <LinkButton href={routes.adminAudit({ search: panel.id })} variant="secondary">
            {t("servers.changes")}
          </LinkButton>
        }
      />
      <PanelAnswer panel={panel} />
      {mayManage && <PanelDesk panelId={panel.id} />}
      <Section title={t("panels.servers")}>
        <PanelServers servers={panel.servers} mayManage={mayManage} />
      </Section>
      <Section title={t("servers.panel")} lead={t("panels.factsLead")}>
        <PanelFacts panel={panel} />
      </Section>
      <FailingAccounts failing={panel.failing} />
      <ProbeHistory probes={panel.probes} />
      <CheckHistory checks={panel.checks} />
      {mayManage && (
        <>
          <FormSection title={t("servers.editPanel")} wide>
            <PanelForm panel={panel} fields={fields} />
          </FormSection>
          <Section title={t("panels.remove")} lead={t("panels.removeLead")}>
            <div>
              <RemovePanel
                panelId={panel.id}
                words={{
                  remove: t("panels.remove"),
                  title: t("panels.removeTitle", { name: panel.name }),
                  text: t("panels.removeText"),
                }}
              />
            </div>
          </Section>
        </>
      )}
    </>
  );
}
