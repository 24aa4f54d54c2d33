import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { PageHeader } from "@/components/layout/page-header";
import { ImportFacts } from "@/components/stock/import-facts";
import { NumberList } from "@/components/stock/number-list";
import { LinkButton } from "@/components/ui/link-button";
import { loadNumberStock } from "@/lib/loaders/admin-numbers";
import { routes } from "@/lib/routes";

interface NumbersPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stock");
  return { title: t("title") };
}

async function Numbers({ searchParams }: NumbersPageProps) {
  const { numberImport, ...list } = await loadNumberStock(await searchParams);
  return (
    <>
      {numberImport && <ImportFacts numberImport={numberImport} canEdit={list.canEdit} />}
      <NumberList {...list} />
    </>
  );
}

export default async function NumbersPage({ searchParams }: NumbersPageProps) {
  const t = await getTranslations("stock");
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <LinkButton href={routes.adminNumberImports()} variant="secondary">
              {t("imports.title")}
            </LinkButton>
            <LinkButton href={routes.adminNumberImport()} variant="secondary">
              {t("import.title")}
            </LinkButton>
          </>
        }
      />
      <TableIsland key={JSON.stringify(await searchParams)}>
        <Numbers searchParams={searchParams} />
      </TableIsland>
    </>
  );
}
