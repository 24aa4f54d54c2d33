import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormSection } from "@/components/identity/section";
import { Moment } from "@/components/layout/moment";
import { PageHeader } from "@/components/layout/page-header";
import { BrandForm } from "@/components/settings/brand-form";
import { LegalTextForm } from "@/components/settings/legal-text-form";
import { Link } from "@/lib/i18n/navigation";
import { loadShopSettings } from "@/lib/loaders/admin-settings";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shopSettings");
  return { title: t("title") };
}

/** What the shop says of itself: its name, its mail for help, its legal texts. */
export default async function ShopSettingsPage() {
  const { brand, legal, mayEdit } = await loadShopSettings();
  const [t, names] = await Promise.all([getTranslations("shopSettings"), getTranslations("site.legal")]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <FormSection title={t("brand")}>
        {mayEdit ? (
          <BrandForm {...brand.value} changedAt={brand.changedAt} />
        ) : (
          <p>
            <bdi>{brand.value.name}</bdi> <bdi dir="ltr">{brand.value.supportEmail || "–"}</bdi>
          </p>
        )}
      </FormSection>
      {legal.map(({ text, value, changedAt }) => (
        <FormSection
          key={text}
          title={names(text)}
          lead={
            <>
              {changedAt ? <Moment at={changedAt} /> : t("unwritten")}{" "}
              <Link href={routes.legal(text)} className="underline underline-offset-2">
                {t("open")}
              </Link>
            </>
          }
        >
          {mayEdit ? (
            <LegalTextForm text={text} value={value} changedAt={changedAt} />
          ) : (
            <p className="whitespace-pre-line">{value.en || t("unwritten")}</p>
          )}
        </FormSection>
      ))}
    </>
  );
}
