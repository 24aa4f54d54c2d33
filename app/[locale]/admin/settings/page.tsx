import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormSection } from "@/components/identity/section";
import { Moment } from "@/components/layout/moment";
import { PageHeader } from "@/components/layout/page-header";
import { BrandForm } from "@/components/settings/brand-form";
import { LegalTextForm } from "@/components/settings/legal-text-form";
import { LimitsForm } from "@/components/settings/limits-form";
import { RatesForm } from "@/components/settings/rates-form";
import { SellerForm } from "@/components/settings/seller-form";
import { Link } from "@/lib/i18n/navigation";
import { loadShopSettings } from "@/lib/loaders/admin-settings";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shopSettings");
  return { title: t("title") };
}

/** What the shop says of itself: its name, its mail for help, its legal texts. */
export default async function ShopSettingsPage() {
  const { brand, seller, limits, rates, legal, mayEdit } = await loadShopSettings();
  const [t, names, money] = await Promise.all([
    getTranslations("shopSettings"),
    getTranslations("site.legal"),
    getTranslations("money.settings"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <div className="flex flex-col gap-5">
          <FormSection title={t("brand")}>
            {mayEdit ? (
              <BrandForm {...brand.value} changedAt={brand.changedAt} />
            ) : (
              <p>
                <bdi>{brand.value.name}</bdi> <bdi dir="ltr">{brand.value.supportEmail || "–"}</bdi>
              </p>
            )}
          </FormSection>
          <FormSection title={money("seller")} lead={money("sellerLead")}>
            <SellerForm {...seller} mayEdit={mayEdit} />
          </FormSection>
        </div>
        <div className="flex flex-col gap-5">
          <FormSection title={money("limits")} lead={money("limitsLead")}>
            <LimitsForm {...limits} mayEdit={mayEdit} />
          </FormSection>
          <FormSection title={money("rates")} lead={money("ratesLead")}>
            <RatesForm {...rates} mayEdit={mayEdit} />
          </FormSection>
        </div>
      </div>
      {legal.map(({ text, value, changedAt }) => (
        <FormSection
          key={text}
          wide
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
