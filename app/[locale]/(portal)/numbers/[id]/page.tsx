import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { ActivationDetail } from "@/components/numbers/activation-detail";
import { RentNotify } from "@/components/numbers/rent-notify";
import { countryName } from "@/lib/format/country";
import { loadOrder } from "@/lib/loaders/numbers";
import { routes } from "@/lib/routes";

interface ActivationPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: ActivationPageProps): Promise<Metadata> {
  const order = await loadOrder((await params).id);
  const t = await getTranslations("numbers");
  return { title: order ? order.service.name : t("title") };
}

export default async function ActivationPage({ params }: ActivationPageProps) {
  const order = await loadOrder((await params).id);
  if (!order) notFound();
  const t = await getTranslations("numbers");
  const locale = await getLocale();
  return (
    <>
      <PageHeader
        back={{ href: routes.numbers(), label: t("title") }}
        title={order.service.name}
        lead={countryName(order.country.iso2, locale, order.country.name)}
        actions={<RentNotify />}
      />
      <ActivationDetail order={order} />
    </>
  );
}
