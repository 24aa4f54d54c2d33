import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { AddService } from "@/components/offers/add-service";
import { ServiceList } from "@/components/offers/service-list";
import { LinkButton } from "@/components/ui/link-button";
import { loadCatalogServices } from "@/lib/loaders/admin-catalog";
import { routes } from "@/lib/routes";

interface ServicesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("services");
  return { title: t("title") };
}

async function Services({ searchParams }: ServicesPageProps) {
  const { toReview, ...list } = await loadCatalogServices(await searchParams);
  const t = await getTranslations("services");
  const isReviewing = list.state.filters.policy === "review";
  return (
    <>
      {toReview > 0 && !isReviewing && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
          {t("toReview", { count: toReview })}
          <LinkButton href={routes.adminServices({ policy: "review" })} variant="secondary">
            {t("showReview")}
          </LinkButton>
        </p>
      )}
      {list.canEdit && <AddService />}
      <ServiceList {...list} />
    </>
  );
}

export default async function ServicesPage({ searchParams }: ServicesPageProps) {
  const t = await getTranslations("services");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <TableIsland key={JSON.stringify(await searchParams)}>
        <Services searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
