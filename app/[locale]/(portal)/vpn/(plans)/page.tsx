import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { toOfferedMethod } from "@/components/billing/offered-method";
import { PageIsland } from "@/components/feedback/page-island";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { BuyPlanButton } from "@/components/vpn/buy-plan-button";
import { periodsOf } from "@/components/vpn/period-name";
import { PeriodSwitch } from "@/components/vpn/period-switch";
import { PlaceList } from "@/components/vpn/place-list";
import { PlanCard } from "@/components/vpn/plan-card";
import { PlanCompare } from "@/components/vpn/plan-compare";
import { TrialStrip } from "@/components/vpn/trial-strip";
import { RateNote } from "@/components/wallet/rate-note";
import { loadDisplayRate } from "@/lib/loaders/display-rate";
import { loadBuyer, loadPlans } from "@/lib/loaders/vpn";
import { routes } from "@/lib/routes";

interface VpnPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("subscriptions.plans");
  return { title: t("title") };
}

async function Plans({ searchParams }: VpnPageProps) {
  const [t, { period }, plans, buyer, shown] = await Promise.all([
    getTranslations("subscriptions.plans"),
    searchParams,
    loadPlans(),
    loadBuyer(),
    loadDisplayRate(),
  ]);
  if (plans.length === 0) return <EmptyState title={t("empty")} text={t("emptyText")} />;
  const periods = periodsOf(plans);
  const current = periods.find((days) => String(days) === period) ?? periods[0] ?? 0;
  const back = routes.vpn({ period: current });
  const methods = buyer.methods.map(toOfferedMethod);
  const trial = plans.find(({ isTrial }) => isTrial);
  const places = new Map(plans.flatMap((plan) => plan.places).map((place) => [place.id, place]));
  return (
    <>
      {trial && (
        <TrialStrip
          plan={trial}
          state={buyer.trial}
          action={<BuyPlanButton plan={trial} methods={methods} back={back} />}
        />
      )}
      <section aria-label={t("offers")} className="flex flex-col gap-4">
        <PeriodSwitch periods={periods} current={current} />
        <div className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-4">
          {plans
            .filter(({ isTrial, durationDays }) => !isTrial && durationDays === current)
            .map((plan) => (
              <PlanCard
                key={plan.familyId}
                plan={plan}
                action={<BuyPlanButton plan={plan} methods={methods} back={back} />}
              />
            ))}
        </div>
        <RateNote {...shown} />
      </section>
      <PlanCompare plans={plans} />
      <PlaceList places={[...places.values()]} />
      <Section title={t("endTitle")}>
        <p className="max-w-prose text-ink-2 text-sm">{t("endText")}</p>
      </Section>
    </>
  );
}

/** What can be bought, how it differs, and where it leads. */
export default async function VpnPage(props: VpnPageProps) {
  const t = await getTranslations("subscriptions.plans");
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <LinkButton variant="secondary" href={routes.subscriptions()}>
            {t("mine")}
          </LinkButton>
        }
      />
      <PageIsland>
        <Plans {...props} />
      </PageIsland>
    </>
  );
}
