import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { BatchHeading } from "@/components/offers/batch-heading";
import { CategoryName } from "@/components/offers/category-name";
import { DraftDecision } from "@/components/offers/draft-decision";
import { DraftLines } from "@/components/offers/draft-lines";
import { FactList } from "@/components/offers/fact-list";
import { Ltr } from "@/components/ui/ltr";
import { loadPriceDraft } from "@/lib/loaders/admin-catalog";
import { routes } from "@/lib/routes";

interface DraftPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("offers");
  return { title: t("draft.title") };
}

export default async function PriceDraftPage({ params, searchParams }: DraftPageProps) {
  const loaded = await loadPriceDraft((await params).id, await searchParams);
  if (!loaded) notFound();
  const { draft, canEdit } = loaded;
  const [t, format] = await Promise.all([getTranslations("offers"), getFormatter()]);
  const { filter, counts } = draft;
  const list = (values: string[]) => (values.length > 0 ? <Ltr>{values.join(", ")}</Ltr> : t("draft.all"));
  const range =
    filter.min || filter.max ? <Ltr>{`${filter.min ?? "0"} – ${filter.max ?? "∞"}`}</Ltr> : t("draft.all");
  return (
    <>
      <PageHeader
        title={<BatchHeading draft={draft} />}
        back={{ href: routes.adminPriceBatches(), label: t("bulk.title") }}
      />
      <FactList
        facts={[
          { label: t("draft.counts.changed"), value: format.number(counts.changed, "whole") },
          { label: t("draft.counts.skipped"), value: format.number(counts.skipped, "whole") },
          { label: t("bulk.services"), value: list(filter.services) },
          { label: t("bulk.countries"), value: list(filter.countries) },
          {
            label: t("bulk.category"),
            value: filter.category ? <CategoryName category={filter.category} /> : t("draft.all"),
          },
          { label: t("draft.range"), value: range },
          { label: t("draft.previewedBy"), value: <bdi>{draft.createdBy ?? t("batches.system")}</bdi> },
          { label: t("draft.previewedAt"), value: format.dateTime(new Date(draft.createdAt), "long") },
        ]}
      />
      <DraftDecision draft={draft} canEdit={canEdit} />
      <DraftLines draft={draft} />
    </>
  );
}
