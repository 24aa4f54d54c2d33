import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { AddToApp } from "@/components/vpn/add-to-app";
import { LocationList } from "@/components/vpn/location-list";
import { SubscriptionLive } from "@/components/vpn/subscription-live";
import { SubscriptionStatus } from "@/components/vpn/subscription-status";
import { UsageChart } from "@/components/vpn/usage-chart";
import type { SubscriptionWord } from "@/lib/domain/vpn/types";
import { loadSharedSubscription } from "@/lib/loaders/vpn";
import { routes } from "@/lib/routes";

const CONNECTS: ReadonlySet<SubscriptionWord> = new Set([
  "active",
  "ends_soon",
  "partly_active",
  "being_prepared",
  "grace",
]);

interface SharedPageProps {
  params: Promise<{ token: string }>;
}

/** The address is a secret: nobody indexes it, no other site learns it, and its title names nothing. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("subscriptions.shared");
  return {
    title: t("title"),
    robots: { index: false, follow: false, nocache: true },
    referrer: "no-referrer",
  };
}

/** A subscription for whoever holds its link: no account, nothing to pay, nothing to change. */
export default async function SharedSubscriptionPage({ params }: SharedPageProps) {
  const [t, found] = await Promise.all([
    getTranslations("subscriptions.shared"),
    params.then(({ token }) => loadSharedSubscription(token)),
  ]);
  if (!found) notFound();
  const { subscription, link } = found;
  const { word, number } = subscription;
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-8">
      <SubscriptionLive isWaiting={word === "being_prepared" || word === "partly_active"} />
      <PageHeader title={subscription.planName} lead={t("lead")} />
      <SubscriptionStatus subscription={subscription} />
      {word !== "canceled" && <AddToApp subscription={subscription} link={link} />}
      <UsageChart days={subscription.usage} fileName={`subscription-${number}.csv`} />
      {CONNECTS.has(word) && <LocationList places={subscription.places} />}
      <Section title={t("renew")} lead={t("renewText")}>
        <LinkButton
          variant="secondary"
          href={routes.subscription(subscription.id)}
          prefetch={false}
          className="self-start"
        >
          {t("renew")}
        </LinkButton>
      </Section>
    </div>
  );
}
