import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClockControl } from "@/components/demo/clock-control";
import { Figure } from "@/components/layout/figure";
import { PageHeader } from "@/components/layout/page-header";
import { ProviderTable } from "@/components/supply/provider-table";
import { LedgerState } from "@/components/wallet/ledger-state";
import { formatMoney } from "@/lib/format/money";
import { formatCount } from "@/lib/format/number";
import { loadOverview } from "@/lib/loaders/admin";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("title") };
}

export default async function OverviewPage() {
  const t = await getTranslations("admin");
  const locale = await getLocale();
  const { ledger, totals, providers, people, running, now, mayMoveClock } = await loadOverview();
  return (
    <>
      <PageHeader title={t("title")} />
      <LedgerState report={ledger} />
      <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Figure label={t("held")} value={formatMoney(totals.heldMicros, totals.currency, locale)} />
        <Figure label={t("available")} value={formatMoney(totals.availableMicros, totals.currency, locale)} />
        <Figure label={t("running")} value={formatCount(running, locale)} />
        <Figure label={t("people")} value={formatCount(people, locale)} />
      </dl>
      <ProviderTable providers={providers} />
      {mayMoveClock && <ClockControl now={now} />}
    </>
  );
}
