import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { FactList } from "@/components/offers/fact-list";
import { NumberActions } from "@/components/stock/number-actions";
import { NumberOrders } from "@/components/stock/number-orders";
import { NumberServices } from "@/components/stock/number-services";
import { NumberStateBadge } from "@/components/stock/number-state";
import { ProviderNames } from "@/components/supply/provider-name";
import { Ltr } from "@/components/ui/ltr";
import { countryName } from "@/lib/format/country";
import { formatPhone } from "@/lib/format/phone";
import { Link } from "@/lib/i18n/navigation";
import { loadStockNumber } from "@/lib/loaders/admin-numbers";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stock");
  return { title: t("title") };
}

export default async function NumberPage({ params }: { params: Promise<{ id: string }> }) {
  const loaded = await loadStockNumber((await params).id);
  if (!loaded) notFound();
  const { number, canEdit } = loaded;
  const [t, format, locale] = await Promise.all([getTranslations("stock"), getFormatter(), getLocale()]);
  const time = (value: string | null | undefined) =>
    value ? format.dateTime(new Date(value), "long") : t("none");
  const { holder } = number;
  return (
    <>
      <PageHeader
        title={<Ltr>{formatPhone(number.e164)}</Ltr>}
        back={{ href: routes.adminNumbers(), label: t("title") }}
        actions={<NumberStateBadge state={number.state} />}
      />
      <Section title={t("facts.title")}>
        <FactList
          facts={[
            { label: t("columns.number"), value: <Ltr className="font-mono">{number.e164}</Ltr> },
            {
              label: t("columns.country"),
              value: (
                <Link href={routes.adminCountry(number.country.id)} className="underline underline-offset-2">
                  <bdi>{countryName(number.country.iso2, locale, number.country.name)}</bdi>
                </Link>
              ),
            },
            { label: t("columns.operator"), value: <bdi>{number.operator ?? t("none")}</bdi> },
            { label: t("columns.areaCode"), value: <Ltr>{number.areaCode ?? t("none")}</Ltr> },
            { label: t("columns.active"), value: number.isActive ? t("active.yes") : t("active.no") },
            { label: t("columns.provider"), value: <ProviderNames providers={number.providers} /> },
            {
              label: t("columns.holder"),
              value: holder ? (
                <Link href={routes.adminUser(holder.userId)} className="underline underline-offset-2">
                  <Ltr>{holder.username}</Ltr>
                </Link>
              ) : (
                t("none")
              ),
            },
            { label: t("columns.expires"), value: time(holder?.expiresAt) },
            { label: t("columns.lastUsed"), value: time(number.lastUsedAt) },
            { label: t("facts.messages"), value: format.number(number.messages, "whole") },
            { label: t("columns.created"), value: time(number.createdAt) },
            {
              label: t("facts.import"),
              value: number.import ? (
                <Link
                  href={routes.adminNumbers({ import: number.import.id })}
                  prefetch={false}
                  className="underline underline-offset-2"
                >
                  <bdi>{number.import.fileName || t("imports.unnamed")}</bdi>
                </Link>
              ) : (
                t("none")
              ),
            },
            { label: t("facts.updated"), value: time(number.updatedAt) },
            { label: t("facts.id"), wide: true, value: <Ltr className="font-mono text-xs">{number.id}</Ltr> },
          ]}
        />
      </Section>
      {canEdit && (
        <Section title={t("actions.title")}>
          <NumberActions number={number} />
        </Section>
      )}
      <Section title={t("perService.title")}>
        <NumberServices services={number.perService} />
      </Section>
      <Section title={t("orders.title")}>
        <NumberOrders orders={number.orders} />
      </Section>
    </>
  );
}
