import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageIsland } from "@/components/feedback/page-island";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { BulkPriceForm } from "@/components/offers/bulk-price-form";
import { PriceBatchList } from "@/components/offers/price-batch-list";
import { Panel } from "@/components/ui/panel";
import { loadPriceBatches } from "@/lib/loaders/admin-catalog";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("offers");
  return { title: t("bulk.title") };
}

async function BulkPrices() {
  const { batches, categories, canEdit } = await loadPriceBatches();
  const t = await getTranslations("offers");
  return (
    <>
      {canEdit && (
        <Panel>
          <BulkPriceForm categories={categories} services="" countries="" />
        </Panel>
      )}
      <Section title={t("batches.title")}>
        <PriceBatchList batches={batches} />
      </Section>
    </>
  );
}

export default async function BulkPricesPage() {
  const t = await getTranslations("offers");
  return (
    <>
      <PageHeader
        title={t("bulk.title")}
        lead={t("bulk.lead")}
        back={{ href: routes.adminOffers(), label: t("title") }}
      />
      <PageIsland>
        <BulkPrices />
      </PageIsland>
    </>
  );
}
