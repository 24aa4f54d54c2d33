import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { UsageChart } from "@/components/vpn/usage-chart";
import { PanelsCountedWhole } from "@/components/vpn-desk/panels-counted-whole";
import { TopUsers } from "@/components/vpn-desk/top-users";
import { UsageList } from "@/components/vpn-desk/usage-list";
import { loadVpnUsage } from "@/lib/loaders/admin-vpn-usage";
import { apiRoutes } from "@/lib/routes";
import { VPN_TOP_USERS, VPN_USAGE } from "@/lib/table/definitions/vpn-usage";
import { tableQuery } from "@/lib/table/table-state";

interface VpnUsagePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("vpnDesk.usage");
  return { title: t("title") };
}

async function Usage({ searchParams }: VpnUsagePageProps) {
  const { state, days, page, chart, top, servers, shared } = await loadVpnUsage(await searchParams);
  const t = await getTranslations("vpnDesk.usage");
  const query = new URLSearchParams(tableQuery(VPN_USAGE, state, { page: 1 })).toString();
  const file = apiRoutes.tableExport(VPN_TOP_USERS);
  return (
    <div className="flex flex-col gap-6">
      {top.length > 0 && <UsageChart days={chart} title={(total) => t("chart", { n: days, total })} />}
      <PanelsCountedWhole panels={shared} />
      <UsageList state={state} page={page} servers={servers} />
      {top.length > 0 && <TopUsers top={top} file={query ? `${file}?${query}` : file} />}
    </div>
  );
}

export default async function VpnUsagePage({ searchParams }: VpnUsagePageProps) {
  const t = await getTranslations("vpnDesk.usage");
  const key = JSON.stringify(await searchParams);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <TableIsland key={key}>
        <Usage searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
