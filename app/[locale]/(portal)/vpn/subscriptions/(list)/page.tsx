import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageIsland } from "@/components/feedback/page-island";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { SubscriptionList } from "@/components/vpn/subscription-list";
import { loadSubscriptions } from "@/lib/loaders/vpn";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("subscriptions.list");
  return { title: t("title") };
}

async function Subscriptions() {
  const [t, subscriptions] = await Promise.all([getTranslations("subscriptions.list"), loadSubscriptions()]);
  if (subscriptions.length > 0) return <SubscriptionList subscriptions={subscriptions} />;
  return (
    <EmptyState
      title={t("empty")}
      text={t("emptyText")}
      action={<LinkButton href={routes.vpn()}>{t("choose")}</LinkButton>}
    />
  );
}

/** What one has bought, and what is left of it. */
export default async function SubscriptionsPage() {
  const [t, tPlans] = await Promise.all([
    getTranslations("subscriptions.list"),
    getTranslations("subscriptions.plans"),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        back={{ href: routes.vpn(), label: tPlans("title") }}
        actions={<LinkButton href={routes.vpn()}>{t("choose")}</LinkButton>}
      />
      <PageIsland>
        <Subscriptions />
      </PageIsland>
    </>
  );
}
