import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { ImportList } from "@/components/stock/import-list";
import { loadNumberImports } from "@/lib/loaders/admin-numbers";
import { routes } from "@/lib/routes";

interface ImportsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stock.imports");
  return { title: t("title") };
}

async function Imports({ searchParams }: ImportsPageProps) {
  return <ImportList {...(await loadNumberImports(await searchParams))} />;
}

export default async function NumberImportsPage({ searchParams }: ImportsPageProps) {
  const t = await getTranslations("stock");
  return (
    <>
      <PageHeader
        title={t("imports.title")}
        lead={t("imports.lead")}
        back={{ href: routes.adminNumbers(), label: t("title") }}
      />
      <TableIsland key={JSON.stringify(await searchParams)}>
        <Imports searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
