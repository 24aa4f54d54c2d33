import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FormSection, Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { EffectDialog } from "@/components/vpn-desk/effect-dialog";
import { PlanFacts } from "@/components/vpn-desk/plan-facts";
import { PlanForm } from "@/components/vpn-desk/plan-form";
import { PlanGap } from "@/components/vpn-desk/plan-gap";
import { planName } from "@/components/vpn-desk/plan-name";
import { PlanState } from "@/components/vpn-desk/plan-state";
import { PlanVersions } from "@/components/vpn-desk/plan-versions";
import { loadVpnPlan } from "@/lib/loaders/admin-vpn-plans";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("vpnDesk.plans");
  return { title: t("title") };
}

export default async function VpnPlanPage({ params }: { params: Promise<{ id: string }> }) {
  const { plan, countries, mayManage } = await loadVpnPlan((await params).id);
  const [t, effects] = await Promise.all([
    getTranslations("vpnDesk.plans"),
    getTranslations("vpnDesk.effects"),
  ]);
  const name = planName(plan, await getLocale());
  return (
    <>
      <PageHeader
        title={<bdi>{name}</bdi>}
        back={{ href: routes.adminVpnPlans(), label: t("title") }}
        actions={
          <>
            <PlanState plan={plan} />
            <LinkButton href={routes.adminVpnSubscriptions({ plan: plan.familyId })} variant="secondary">
              {t("people")}
            </LinkButton>
            <LinkButton href={routes.adminAudit({ search: plan.id })} variant="secondary">
              {t("changes")}
            </LinkButton>
          </>
        }
      />
      <PlanGap plan={plan} />
      {mayManage && (
        <div className="flex">
          <EffectDialog
            decision="shelf"
            hidden={{ planId: plan.id, isActive: plan.isActive ? "no" : "yes" }}
            label={t(plan.isActive ? "withdraw" : "offer")}
            title={t(plan.isActive ? "withdrawTitle" : "offerTitle", { name })}
            working={effects("working")}
            danger={plan.isActive}
          />
        </div>
      )}
      <Section title={t("facts")}>
        <PlanFacts plan={plan} />
      </Section>
      <PlanVersions versions={plan.versions} isSold={plan.isActive} />
      {mayManage && (
        <FormSection title={t("edit")} lead={t("editLead")} wide>
          <PlanForm plan={plan} countries={countries} />
        </FormSection>
      )}
    </>
  );
}
