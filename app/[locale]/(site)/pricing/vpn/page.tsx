import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PriceTabs } from "@/components/layout/price-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { ChoosePlan } from "@/components/vpn/choose-plan";
import { choosePlanPath } from "@/components/vpn/choose-plan-path";
import { periodName, periodsOf } from "@/components/vpn/period-name";
import { PlaceList } from "@/components/vpn/place-list";
import { PlanCard } from "@/components/vpn/plan-card";
import { PlanCompare } from "@/components/vpn/plan-compare";
import { TrialStrip } from "@/components/vpn/trial-strip";
import { DisplayRateProvider } from "@/components/wallet/display-rate";
import { RateNote } from "@/components/wallet/rate-note";
import { loadDisplayRate } from "@/lib/loaders/display-rate";
import { loadSession } from "@/lib/loaders/session";
import { publicMetadata } from "@/lib/loaders/site-metadata";
import { loadPlans, loadTrialState } from "@/lib/loaders/vpn";
import { routes } from "@/lib/routes";

export function generateMetadata(): Promise<Metadata> {
  return publicMetadata("vpn", routes.vpnPricing());
}

/** Every VPN plan on sale with its price, for everybody; buying needs an account. */
export default async function VpnPricingPage() {
  const [t, tPlans, plans, session, shown, trialState] = await Promise.all([
    getTranslations("subscriptions.public"),
    getTranslations("subscriptions.plans"),
    loadPlans(),
    loadSession(),
    loadDisplayRate(),
    loadTrialState(),
  ]);
  const isSignedIn = session !== null;
  const trial = plans.find(({ isTrial }) => isTrial);
  const places = new Map(plans.flatMap((plan) => plan.places).map((place) => [place.id, place]));
  return (
    <DisplayRateProvider rate={shown.rate}>
      <div className="flex flex-col gap-8">
        <PageHeader title={t("title")} lead={t("lead")} />
        <PriceTabs current="vpn" />
        {plans.length === 0 && <EmptyState title={tPlans("empty")} text={tPlans("emptyText")} />}
        {trial && (
          <TrialStrip
            plan={trial}
            state={trialState}
            action={
              <LinkButton
                prefetch={false}
                href={choosePlanPath(trial.durationDays, { isSignedIn, locale: await getLocale() })}
              >
                {t("trial")}
              </LinkButton>
            }
          />
        )}
        {periodsOf(plans).map((days) => (
          <section key={days} aria-labelledby={`plans-${days}`} className="flex flex-col gap-4">
            <h2 id={`plans-${days}`} className="font-semibold text-lg">
              {tPlans(`period.${periodName(days)}`, { n: days })}
            </h2>
            <div className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-4">
              {plans
                .filter(({ isTrial, durationDays }) => !isTrial && durationDays === days)
                .map((plan) => (
                  <PlanCard
                    key={plan.id}
                    plan={plan}
                    action={<ChoosePlan plan={plan} isSignedIn={isSignedIn} />}
                  />
                ))}
            </div>
          </section>
        ))}
        <RateNote {...shown} />
        <PlanCompare plans={plans} />
        <PlaceList places={[...places.values()]} />
      </div>
    </DisplayRateProvider>
  );
}
