import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { PanelList } from "@/components/vpn-desk/panel-list";
import { ServerList } from "@/components/vpn-desk/server-list";
import { loadMayChangeVpn, loadPanelsInUse, loadVpnServers } from "@/lib/loaders/admin-vpn-servers";
import { routes } from "@/lib/routes";

interface VpnServersPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("vpnDesk.servers");
  return { title: t("title") };
}

async function Servers({ searchParams }: VpnServersPageProps) {
  return <ServerList {...(await loadVpnServers(await searchParams))} />;
}

async function Panels() {
  return <PanelList panels={await loadPanelsInUse()} />;
}

export default async function VpnServersPage({ searchParams }: VpnServersPageProps) {
  const t = await getTranslations("vpnDesk.servers");
  const key = JSON.stringify(await searchParams);
  const add = (await loadMayChangeVpn()) && (
    <LinkButton href={routes.adminVpnServerNew()}>{t("new")}</LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={add} />
      <TableIsland key={key}>
        <Servers searchParams={searchParams} />
      </TableIsland>
      <TableIsland>
        <Panels />
      </TableIsland>
    </>
  );
}
