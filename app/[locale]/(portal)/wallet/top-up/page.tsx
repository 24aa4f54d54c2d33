import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { toOfferedMethod } from "@/components/billing/offered-method";
import { TopUpForm } from "@/components/billing/top-up-form";
import { Island } from "@/components/feedback/island";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { RateNote } from "@/components/wallet/rate-note";
import { safeReturnPath } from "@/lib/auth/return-path";
import { parseDecimal, toDecimal } from "@/lib/domain/kernel/money";
import { loadTopUp } from "@/lib/loaders/billing";
import { loadDisplayRate } from "@/lib/loaders/display-rate";
import { routes } from "@/lib/routes";

interface TopUpPageProps {
  searchParams: Promise<{ amount?: string | string[]; back?: string | string[] }>;
}

const USUAL = "25.00";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing.topUp");
  return { title: t("title") };
}

async function Choices({ searchParams }: TopUpPageProps) {
  const [t, { amount, back }, offer, shown] = await Promise.all([
    getTranslations("billing.topUp"),
    searchParams,
    loadTopUp(),
    loadDisplayRate(),
  ]);
  if (offer.methods.length === 0) return <EmptyState title={t("none")} />;
  const asked = typeof amount === "string" && parseDecimal(amount) !== null ? amount : USUAL;
  return (
    <>
      {offer.isFrozen && (
        <p role="status" className="rounded-panel border border-warn p-4 text-sm">
          {t("frozen")}
        </p>
      )}
      <TopUpForm
        methods={offer.methods.map(toOfferedMethod)}
        leftToday={toDecimal(offer.leftTodayMicros)}
        amount={asked}
        back={typeof back === "string" ? safeReturnPath(back) : null}
      />
      <RateNote {...shown} />
    </>
  );
}

/** How much, how, and what it costs. */
export default async function TopUpPage(props: TopUpPageProps) {
  const [t, tWallet] = await Promise.all([getTranslations("billing.topUp"), getTranslations("wallet")]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        back={{ href: routes.wallet(), label: tWallet("title") }}
      />
      <Island skeleton={<Skeleton className="h-96" />}>
        <Choices {...props} />
      </Island>
    </>
  );
}
