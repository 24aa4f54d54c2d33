import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormSection } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { PlanForm } from "@/components/vpn-desk/plan-form";
import { loadPlanCountries } from "@/lib/loaders/admin-vpn-plans";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("vpnDesk.plans");
  return { title: t("new") };
}

export default async function NewVpnPlanPage() {
  const t = await getTranslations("vpnDesk.plans");
  const { countries, mayManage } = await loadPlanCountries();
  return (
    <>
      <PageHeader
        title={t("new")}
        lead={t("newLead")}
        back={{ href: routes.adminVpnPlans(), label: t("title") }}
      />
      {mayManage && (
        <FormSection title={t("new")} wide>
          <PlanForm countries={countries} />
        </FormSection>
      )}
    </>
  );
}
