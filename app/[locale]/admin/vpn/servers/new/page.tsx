import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormSection } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { PanelForm } from "@/components/vpn-desk/panel-form";
import { ServerForm } from "@/components/vpn-desk/server-form";
import { loadVpnPanels } from "@/lib/loaders/admin-vpn-servers";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("vpnDesk.servers");
  return { title: t("new") };
}

export default async function NewVpnServerPage() {
  const t = await getTranslations("vpnDesk.servers");
  const { panels, fields, mayManage } = await loadVpnPanels();
  const isReady = panels.length > 0;
  return (
    <>
      <PageHeader
        title={t("new")}
        lead={t("newLead")}
        back={{ href: routes.adminVpnServers(), label: t("title") }}
      />
      {mayManage && isReady && (
        <FormSection title={t("new")} wide>
          <ServerForm panels={panels} />
        </FormSection>
      )}
      {mayManage && (
        <FormSection title={t("addPanel")} lead={isReady ? undefined : t("noPanel")} wide>
          <PanelForm fields={fields} />
        </FormSection>
      )}
    </>
  );
}
