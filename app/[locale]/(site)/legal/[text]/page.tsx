import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { DefaultLegalText } from "@/components/site/default-legal-text";
import { PlainText } from "@/components/site/plain-text";
import { LEGAL_TEXTS, type LegalText } from "@/lib/domain/settings/schema";
import { directionOf } from "@/lib/i18n/routing";
import { loadLegalText } from "@/lib/loaders/legal";
import { pageMetadata } from "@/lib/loaders/site-metadata";
import { routes } from "@/lib/routes";

interface LegalPageProps {
  params: Promise<{ text: string }>;
}

async function textOf(params: LegalPageProps["params"]): Promise<LegalText> {
  const { text } = await params;
  return LEGAL_TEXTS.find((known) => known === text) ?? notFound();
}

export async function generateMetadata({ params }: LegalPageProps): Promise<Metadata> {
  const text = await textOf(params);
  const t = await getTranslations("site.legal");
  const legal = await loadLegalText(text);
  return {
    ...pageMetadata({
      title: t(text),
      description: t(`${text}Description`),
      path: routes.legal(text),
      locale: await getLocale(),
    }),
    // A placeholder is nothing to be found by.
    robots: legal.body ? undefined : { index: false },
  };
}

/** A text that the operator writes; until then an honest placeholder, marked as one. */
export default async function LegalPage({ params }: LegalPageProps) {
  const text = await textOf(params);
  const t = await getTranslations("site.legal");
  const { body, bodyLocale, changedAt, supportEmail } = await loadLegalText(text);
  return (
    <article className="flex flex-col gap-6">
      <PageHeader title={t(text)} />
      {body ? (
        <>
          <PlainText text={body} lang={bodyLocale} dir={directionOf(bodyLocale)} />
          {changedAt && <p className="text-ink-3 text-sm">{t("updated", { date: new Date(changedAt) })}</p>}
        </>
      ) : (
        <DefaultLegalText text={text} />
      )}
      {supportEmail && (
        <p>
          {t.rich("contact", {
            mail: () => (
              <a href={`mailto:${supportEmail}`} className="underline underline-offset-4">
                <bdi dir="ltr">{supportEmail}</bdi>
              </a>
            ),
          })}
        </p>
      )}
    </article>
  );
}
