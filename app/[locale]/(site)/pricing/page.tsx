import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotSold } from "@/components/catalog/not-sold";
import { PriceTable } from "@/components/catalog/price-table";
import { ProhibitedNote } from "@/components/catalog/prohibited-note";
import { PageHeader } from "@/components/layout/page-header";
import { PriceTabs } from "@/components/layout/price-tabs";
import { RateNote } from "@/components/wallet/rate-note";
import { loadDisplayRate } from "@/lib/loaders/display-rate";
import { loadPrices } from "@/lib/loaders/prices";
import { loadSession } from "@/lib/loaders/session";
import { publicMetadata } from "@/lib/loaders/site-metadata";
import { routes } from "@/lib/routes";

interface PricingPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export function generateMetadata(): Promise<Metadata> {
  return publicMetadata("pricing", routes.pricing());
}

/** Every price of the moment, for everybody. */
export default async function PricingPage({ searchParams }: PricingPageProps) {
  const t = await getTranslations("pricing");
  const [prices, session, shown] = await Promise.all([
    loadPrices(await searchParams),
    loadSession(),
    loadDisplayRate(),
  ]);
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <PriceTabs current="numbers" />
      <ProhibitedNote services={prices.prohibited} />
      <PriceTable state={prices.state} page={prices.page} isSignedIn={session !== null} rate={shown.rate} />
      <RateNote {...shown} />
      <NotSold services={prices.notSold} />
    </div>
  );
}
