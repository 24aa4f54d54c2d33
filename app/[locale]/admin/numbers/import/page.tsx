import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormSection, Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { ImportNumbers } from "@/components/stock/import-numbers";
import { NumberForm } from "@/components/stock/number-form";
import { providerName } from "@/components/supply/provider-name";
import { buttonStyle } from "@/components/ui/button-style";
import { EmptyState } from "@/components/ui/empty-state";
import { loadNumberImport } from "@/lib/loaders/admin-numbers";
import { apiRoutes, routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stock");
  return { title: t("import.title") };
}

export default async function NumberImportPage() {
  const { providers, canEdit } = await loadNumberImport();
  const [t, seeded] = await Promise.all([getTranslations("stock"), getTranslations("providers.seeded")]);
  const choices = providers.map(({ code, name }) => ({ value: code, label: providerName(name, seeded) }));
  const back = { href: routes.adminNumbers(), label: t("title") };
  if (!canEdit) {
    return (
      <>
        <PageHeader title={t("import.title")} back={back} />
        <EmptyState title={t("import.adminsOnly")} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("import.title")} lead={t("import.lead")} back={back} />
      <div className="grid items-start gap-x-6 gap-y-5 xl:grid-cols-2">
        <FormSection title={t("add.title")}>
          <NumberForm providers={choices} />
        </FormSection>
        <Section title={t("import.heading")} lead={t("import.columns")}>
          <a
            href={apiRoutes.numberTemplate()}
            download
            className={`${buttonStyle({ variant: "secondary" })} self-start`}
          >
            <Download aria-hidden="true" className="size-4" />
            {t("import.template")}
          </a>
          <ImportNumbers
            providers={choices}
            words={{
              file: t("import.file"),
              fileHint: t("import.fileHint"),
              check: t("import.check"),
              uploading: t.raw("import.uploading"),
              checking: t("import.checking"),
              importValid: t("import.importValid"),
              importing: t("import.importing"),
              storing: t("import.storing"),
              failed: t("import.failed"),
              total: t("import.total"),
              valid: t("import.valid"),
              links: t("import.links"),
              added: t("import.added"),
              nothingValid: t("import.nothingValid"),
              report: t("import.report"),
              examples: t("import.examples"),
              line: t("import.line"),
              number: t("columns.number"),
              problem: t("import.problem"),
              changed: t("import.changed"),
              provider: t("columns.provider"),
              problems: {
                invalid_number: t("problems.invalid_number"),
                wrong_country: t("problems.wrong_country"),
                unknown_country: t("problems.unknown_country"),
                unknown_operator: t("problems.unknown_operator"),
                unknown_service: t("problems.unknown_service"),
                no_service: t("problems.no_service"),
                duplicate_in_file: t("problems.duplicate_in_file"),
                already_there: t("problems.already_there"),
                formula: t("problems.formula"),
                wrong_columns: t("problems.wrong_columns"),
                too_long: t("problems.too_long"),
              },
            }}
          />
        </Section>
      </div>
    </>
  );
}
