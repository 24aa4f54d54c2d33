import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageIsland } from "@/components/feedback/page-island";
import { PageHeader } from "@/components/layout/page-header";
import { AddProvider } from "@/components/supply/add-provider";
import { ProviderTable } from "@/components/supply/provider-table";
import { loadProviders } from "@/lib/loaders/admin-providers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("providers");
  return { title: t("title") };
}

async function Providers() {
  const { providers, mayManage } = await loadProviders();
  return (
    <>
      {mayManage && <AddProvider />}
      <ProviderTable providers={providers} />
    </>
  );
}

export default async function ProvidersPage() {
  const t = await getTranslations("providers");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <PageIsland>
        <Providers />
      </PageIsland>
    </>
  );
}
