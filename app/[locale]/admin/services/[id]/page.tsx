import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FormSection, Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { ServicePicture } from "@/components/offers/catalog-picture";
import { IconForm } from "@/components/offers/icon-form";
import { PolicyReview } from "@/components/offers/policy-review";
import { ServiceFacts } from "@/components/offers/service-facts";
import { ServiceForm } from "@/components/offers/service-form";
import { PolicyBadge } from "@/components/offers/service-list";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import { loadCatalogService } from "@/lib/loaders/admin-catalog";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("services");
  return { title: t("title") };
}

export default async function ServicePage({ params }: { params: Promise<{ id: string }> }) {
  const loaded = await loadCatalogService((await params).id);
  if (!loaded) notFound();
  const { service, canEdit } = loaded;
  const t = await getTranslations("services");
  return (
    <>
      <PageHeader
        title={<bdi>{service.name}</bdi>}
        back={{ href: routes.adminServices(), label: t("title") }}
        actions={
          <>
            <PolicyBadge service={service} />
            <LinkButton href={routes.adminOffers({ service: service.code })} variant="secondary">
              {t("seeOffers")}
            </LinkButton>
          </>
        }
      />
      {service.needsReview && <PolicyReview service={service} canEdit={canEdit} />}
      <Section title={t("facts.title")}>
        <ServiceFacts service={service} />
      </Section>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Section title={t("form.title")}>
          <Panel>
            <ServiceForm service={service} canEdit={canEdit} />
          </Panel>
        </Section>
        {canEdit && (
          <FormSection title={t("icon.title")}>
            <IconForm
              target="service"
              id={service.id}
              version={service.version}
              hasOwn={service.hasIcon}
              picture={<ServicePicture service={service} />}
            />
          </FormSection>
        )}
      </div>
    </>
  );
}
