import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { FactList } from "@/components/offers/fact-list";
import { MarginText } from "@/components/offers/margin-text";
import { OfferForm } from "@/components/offers/offer-form";
import { PriceHistory } from "@/components/offers/price-history";
import { PriceText } from "@/components/offers/price-text";
import { SupplierTable } from "@/components/offers/supplier-table";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { countryName } from "@/lib/format/country";
import { Link } from "@/lib/i18n/navigation";
import { loadOffer } from "@/lib/loaders/admin-catalog";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("offers");
  return { title: t("title") };
}

export default async function OfferPage({ params }: { params: Promise<{ id: string }> }) {
  const loaded = await loadOffer((await params).id);
  if (!loaded) notFound();
  const { offer, suppliers, canEdit } = loaded;
  const [t, format, locale] = await Promise.all([getTranslations("offers"), getFormatter(), getLocale()]);
  const country = countryName(offer.country.iso2, locale, offer.country.name);
  const time = (value: string) => format.dateTime(new Date(value), "long");
  const link = "underline underline-offset-2";
  return (
    <>
      <PageHeader
        title={t("heading", { service: offer.service.name, country })}
        back={{ href: routes.adminOffers(), label: t("title") }}
      />
      <Section title={t("facts.title")}>
        <FactList
          facts={[
            {
              label: t("columns.service"),
              value: (
                <Link href={routes.adminService(offer.service.id)} className={link}>
                  <bdi>{offer.service.name}</bdi>
                </Link>
              ),
            },
            {
              label: t("columns.country"),
              value: (
                <Link href={routes.adminCountry(offer.country.id)} className={link}>
                  <bdi>{country}</bdi>
                </Link>
              ),
            },
            { label: t("columns.operator"), value: <bdi>{offer.operator?.name ?? t("anyOperator")}</bdi> },
            {
              label: t("columns.cost"),
              value: offer.cost === null ? t("none") : <PriceText amount={offer.cost} />,
            },
            { label: t("columns.margin"), value: <MarginText margin={offer.margin} /> },
            { label: t("columns.stock"), value: format.number(offer.stock, "whole") },
            { label: t("columns.updated"), value: time(offer.updatedAt) },
            { label: t("facts.created"), value: time(offer.createdAt) },
            { label: t("facts.version"), value: format.number(offer.version, "whole") },
            { label: t("facts.id"), wide: true, value: <Ltr className="font-mono text-xs">{offer.id}</Ltr> },
          ]}
        />
      </Section>
      <Section title={t("suppliers.title")}>
        <SupplierTable suppliers={suppliers} />
      </Section>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Section title={t("form.title")}>
          <Panel>
            <OfferForm offer={offer} canEdit={canEdit} />
          </Panel>
        </Section>
        <Section title={t("history.title")}>
          <PriceHistory offer={offer} now={new Date().toISOString()} />
        </Section>
      </div>
    </>
  );
}
