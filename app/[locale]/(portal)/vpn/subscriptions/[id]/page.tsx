import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { toOfferedMethod } from "@/components/billing/offered-method";
import { PageHeader } from "@/components/layout/page-header";
import { AddToApp } from "@/components/vpn/add-to-app";
import { LocationList } from "@/components/vpn/location-list";
import { ManageSubscription } from "@/components/vpn/manage-subscription";
import { NextStep } from "@/components/vpn/next-step";
import { PurchaseHistory } from "@/components/vpn/purchase-history";
import { SubscriptionLive } from "@/components/vpn/subscription-live";
import { SubscriptionStatus } from "@/components/vpn/subscription-status";
import { UsageChart } from "@/components/vpn/usage-chart";
import type { SubscriptionWord } from "@/lib/domain/vpn/types";
import { loadSupportEmail } from "@/lib/loaders/support";
import { loadSubscription } from "@/lib/loaders/vpn";
import { routes } from "@/lib/routes";

/** Nothing connects: what can be done about it comes first. */
const STOPPED: ReadonlySet<SubscriptionWord> = new Set([
  "canceled",
  "expired",
  "suspended",
  "traffic_used_up",
]);

interface SubscriptionPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: SubscriptionPageProps): Promise<Metadata> {
  const [t, { subscription }] = await Promise.all([
    getTranslations("subscriptions"),
    params.then(({ id }) => loadSubscription(id)),
  ]);
  return { title: t("number", { number: subscription.number }), referrer: "no-referrer" };
}

/** One subscription: how it stands, how to connect, what it used, what can be done. */
export default async function SubscriptionPage({ params }: SubscriptionPageProps) {
  const [t, { subscription, link, offer, purchases, methods }, support] = await Promise.all([
    getTranslations("subscriptions"),
    params.then(({ id }) => loadSubscription(id)),
    loadSupportEmail(),
  ]);
  const { word, number } = subscription;
  const isOver = word === "canceled";
  const isStopped = STOPPED.has(word);
  const manage = (
    <ManageSubscription
      subscription={subscription}
      offer={offer}
      methods={methods.map(toOfferedMethod)}
      linkUrl={link.url}
    />
  );
  return (
    <>
      <SubscriptionLive isWaiting={word === "being_prepared" || word === "partly_active"} />
      <PageHeader
        title={subscription.planName}
        lead={t("number", { number })}
        back={{ href: routes.subscriptions(), label: t("list.title") }}
      />
      <SubscriptionStatus
        subscription={subscription}
        action={<NextStep subscription={subscription} supportEmail={support} />}
      />
      {isStopped && manage}
      {!isOver && <AddToApp subscription={subscription} link={link} />}
      <UsageChart days={subscription.usage} fileName={`subscription-${number}.csv`} />
      {!isStopped && <LocationList places={subscription.places} />}
      {!isStopped && manage}
      <PurchaseHistory purchases={purchases} />
    </>
  );
}
