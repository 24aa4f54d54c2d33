import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { FormSection, Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { CountryPicture } from "@/components/offers/catalog-picture";
import { CountryForm } from "@/components/offers/country-form";
import { shownName } from "@/components/offers/country-list";
import { FactList } from "@/components/offers/fact-list";
import { IconForm } from "@/components/offers/icon-form";
import { OperatorList } from "@/components/offers/operator-list";
import { LinkButton } from "@/components/ui/link-button";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { loadCatalogCountry } from "@/lib/loaders/admin-catalog";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("countries");
  return { title: t("title") };
}

export default async function CountryPage({ params }: { params: Promise<{ id: string }> }) {
  const loaded = await loadCatalogCountry((await params).id);
  if (!loaded) notFound();
  const { country, canEdit } = loaded;
  const [t, format, locale] = await Promise.all([getTranslations("countries"), getFormatter(), getLocale()]);
  const time = (value: string) => format.dateTime(new Date(value), "long");
  return (
    <>
      <PageHeader
        title={<bdi>{shownName(country, locale)}</bdi>}
        back={{ href: routes.adminCountries(), label: t("title") }}
        actions={
          <LinkButton href={routes.adminOffers({ country: String(country.legacyId) })} variant="secondary">
            {t("seeOffers")}
          </LinkButton>
        }
      />
      <Section title={t("facts.title")}>
        <FactList
          facts={[
            { label: t("columns.offers"), value: format.number(country.offers, "whole") },
            { label: t("facts.created"), value: time(country.createdAt) },
            { label: t("columns.updated"), value: time(country.updatedAt) },
            { label: t("facts.version"), value: format.number(country.version, "whole") },
            {
              label: t("facts.id"),
              wide: true,
              value: <Ltr className="font-mono text-xs">{country.id}</Ltr>,
            },
          ]}
        />
      </Section>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Section title={t("form.title")}>
          <Panel>
            <CountryForm country={country} canEdit={canEdit} />
          </Panel>
        </Section>
        {canEdit && (
          <FormSection title={t("flag")}>
            <IconForm
              target="country"
              id={country.id}
              version={country.version}
              hasOwn={country.hasFlag}
              picture={<CountryPicture country={country} />}
            />
          </FormSection>
        )}
      </div>
      <Section title={t("operators.title")}>
        <OperatorList countryId={country.id} operators={country.operators} canEdit={canEdit} />
      </Section>
    </>
  );
}
