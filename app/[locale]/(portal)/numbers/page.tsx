import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { ActiveList } from "@/components/numbers/active-list";
import { BuyBoard } from "@/components/numbers/buy-board";
import { BuyBoardSkeleton } from "@/components/numbers/buy-board-skeleton";
import { SORTS, type Sort } from "@/components/numbers/rent-offer";
import { loadOffers, loadServices } from "@/lib/loaders/numbers";
import { requireCustomer } from "@/lib/loaders/session";
import { toRentOffers } from "./rent-offers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("numbers");
  return { title: t("title") };
}

interface NumbersPageProps {
  searchParams: Promise<{ service?: string; sort?: string }>;
}

async function Board({ service, sort }: { service: string | undefined; sort: Sort }) {
  const locale = await getLocale();
  const services = await loadServices();
  const chosen =
    services.find((candidate) => candidate.slug === service || candidate.code === service) ?? services[0];
  const offers = chosen ? await loadOffers(chosen.slug) : [];
  return (
    <BuyBoard services={services} chosen={chosen ?? null} offers={toRentOffers(offers, locale)} sort={sort} />
  );
}

export default async function NumbersPage({ searchParams }: NumbersPageProps) {
  await requireCustomer();
  const t = await getTranslations("numbers.buy");
  const { service, sort } = await searchParams;
  const order = SORTS.find((option) => option === sort) ?? "value";
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Suspense fallback={<BuyBoardSkeleton />}>
        <Board service={service} sort={order} />
      </Suspense>
      <ActiveList />
    </>
  );
}
