import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { WithdrawalForm } from "@/components/billing/withdrawal-form";
import { Island } from "@/components/feedback/island";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { toDecimal, WALLET_CURRENCY } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";
import { loadWithdrawalOffer } from "@/lib/loaders/withdrawals";
import { routes } from "@/lib/routes";

/** Amounts are asked for in whole cents. */
const CENT = 10_000n;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("withdrawals");
  return { title: t("new") };
}

async function Request() {
  const [t, tBilling, locale, offer] = await Promise.all([
    getTranslations("withdrawals.form"),
    getTranslations("billing.walletLinks"),
    getLocale(),
    loadWithdrawalOffer(),
  ]);
  const { availableMicros, minimumMicros, leftTodayMicros } = offer;
  if (offer.isFrozen) return <EmptyState title={t("frozen")} />;
  const addMoney = <LinkButton href={routes.topUp()}>{tBilling("add")}</LinkButton>;
  if (!offer.isOpen) return <EmptyState title={t("closed")} action={addMoney} />;
  if (availableMicros < minimumMicros) {
    const money = (micros: bigint) => formatMoney(micros, WALLET_CURRENCY, locale);
    const words = { minimum: money(minimumMicros), available: money(availableMicros) };
    return <EmptyState title={t("little", words)} action={addMoney} />;
  }
  const most = availableMicros < leftTodayMicros ? availableMicros : leftTodayMicros;
  return (
    <Panel>
      <WithdrawalForm
        most={toDecimal((most / CENT) * CENT)}
        available={toDecimal(availableMicros)}
        minimum={toDecimal(minimumMicros)}
        leftToday={toDecimal(leftTodayMicros)}
        secondAdminFrom={toDecimal(offer.secondAdminFromMicros)}
      />
    </Panel>
  );
}

/** How much goes back, and where to. */
export default async function NewWithdrawalPage() {
  const t = await getTranslations("withdrawals");
  return (
    <>
      <PageHeader title={t("new")} back={{ href: routes.withdrawals(), label: t("title") }} />
      <Island skeleton={<Skeleton className="h-96" />}>
        <Request />
      </Island>
    </>
  );
}
