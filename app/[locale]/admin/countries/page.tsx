import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { CountryList } from "@/components/offers/country-list";
import { loadCatalogCountries } from "@/lib/loaders/admin-catalog";

interface CountriesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("countries");
  return { title: t("title") };
}

async function Countries({ searchParams }: CountriesPageProps) {
  return <CountryList {...(await loadCatalogCountries(await searchParams))} />;
}

export default async function CountriesPage({ searchParams }: CountriesPageProps) {
  const t = await getTranslations("countries");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <TableIsland key={JSON.stringify(await searchParams)}>
        <Countries searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
