import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { AddOffer } from "@/components/offers/add-offer";
import { OfferList } from "@/components/offers/offer-list";
import { LinkButton } from "@/components/ui/link-button";
import { loadOffers } from "@/lib/loaders/admin-catalog";
import { routes } from "@/lib/routes";

interface OffersPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("offers");
  return { title: t("title") };
}

async function Offers({ searchParams }: OffersPageProps) {
  const { state, page, categories, canEdit } = await loadOffers(await searchParams);
  return (
    <>
      {canEdit && <AddOffer />}
      <OfferList state={state} page={page} categories={categories} />
    </>
  );
}

export default async function OffersPage({ searchParams }: OffersPageProps) {
  const t = await getTranslations("offers");
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <LinkButton href={routes.adminPriceBatches()} variant="secondary">
            {t("bulk.title")}
          </LinkButton>
        }
      />
      <TableIsland key={JSON.stringify(await searchParams)}>
        <Offers searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
