import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { SubscriptionList } from "@/components/vpn-desk/subscription-list";
import { loadVpnSubscriptions } from "@/lib/loaders/admin-vpn-subscriptions";

interface VpnSubscriptionsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("vpnDesk.people");
  return { title: t("title") };
}

async function Subscriptions({ searchParams }: VpnSubscriptionsPageProps) {
  return <SubscriptionList {...(await loadVpnSubscriptions(await searchParams))} />;
}

export default async function VpnSubscriptionsPage({ searchParams }: VpnSubscriptionsPageProps) {
  const t = await getTranslations("vpnDesk.people");
  const key = JSON.stringify(await searchParams);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <TableIsland key={key}>
        <Subscriptions searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
