import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ThingHistory } from "@/components/audit/thing-history";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { UsageChart } from "@/components/vpn/usage-chart";
import { StaffSubscriptionState } from "@/components/vpn-desk/staff-subscription-state";
import { SubscriptionAccounts } from "@/components/vpn-desk/subscription-accounts";
import { SubscriptionDecisions } from "@/components/vpn-desk/subscription-decisions";
import { SubscriptionFacts } from "@/components/vpn-desk/subscription-facts";
import { SubscriptionLinks } from "@/components/vpn-desk/subscription-links";
import { SubscriptionPurchases } from "@/components/vpn-desk/subscription-purchases";
import { SubscriptionReadings } from "@/components/vpn-desk/subscription-readings";
import { loadVpnSubscription } from "@/lib/loaders/admin-vpn-subscriptions";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("vpnDesk.people");
  return { title: t("title") };
}

export default async function VpnSubscriptionPage({ params }: { params: Promise<{ id: string }> }) {
  const { subscription, places, events, mayManage } = await loadVpnSubscription((await params).id);
  const t = await getTranslations("vpnDesk.people");
  const { id, number, usage, configs, accounts, purchases, readings } = subscription;
  return (
    <>
      <PageHeader
        title={t("one", { number })}
        back={{ href: routes.adminVpnSubscriptions(), label: t("title") }}
        actions={
          <>
            <StaffSubscriptionState subscription={subscription} />
            <LinkButton href={routes.adminAudit({ search: id })} variant="secondary">
              {t("changes")}
            </LinkButton>
          </>
        }
      />
      {mayManage && <SubscriptionDecisions subscription={subscription} places={places} />}
      <Section title={t("facts")}>
        <SubscriptionFacts subscription={subscription} />
      </Section>
      <UsageChart days={usage} fileName={`subscription-${number}-traffic.csv`} />
      <SubscriptionReadings readings={readings} />
      <SubscriptionLinks configs={configs} />
      <SubscriptionAccounts accounts={accounts} />
      <SubscriptionPurchases purchases={purchases} />
      <ThingHistory title={t("history")} events={events} none={t("noHistory")} />
    </>
  );
}
