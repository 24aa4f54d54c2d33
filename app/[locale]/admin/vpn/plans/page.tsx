import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { PlanList } from "@/components/vpn-desk/plan-list";
import { loadVpnPlans } from "@/lib/loaders/admin-vpn-plans";
import { loadMayChangeVpn } from "@/lib/loaders/admin-vpn-servers";
import { routes } from "@/lib/routes";

interface VpnPlansPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("vpnDesk.plans");
  return { title: t("title") };
}

async function Plans({ searchParams }: VpnPlansPageProps) {
  return <PlanList {...(await loadVpnPlans(await searchParams))} />;
}

export default async function VpnPlansPage({ searchParams }: VpnPlansPageProps) {
  const t = await getTranslations("vpnDesk.plans");
  const key = JSON.stringify(await searchParams);
  const add = (await loadMayChangeVpn()) && (
    <LinkButton href={routes.adminVpnPlanNew()}>{t("new")}</LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={add} />
      <TableIsland key={key}>
        <Plans searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
