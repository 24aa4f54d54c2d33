import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecentOrders } from "@/components/dashboard/recent-orders";
import { SpendingChart } from "@/components/dashboard/spending-chart";
import { VpnCard } from "@/components/dashboard/vpn-card";
import { TableSkeleton } from "@/components/data-table/table-island";
import { Island } from "@/components/feedback/island";
import { PageHeader } from "@/components/layout/page-header";
import { ActiveList } from "@/components/numbers/active-list";
import { ChecklistCard } from "@/components/onboarding/checklist-card";
import { LinkButton } from "@/components/ui/link-button";
import { Skeleton } from "@/components/ui/skeleton";
import { LiveBalanceCards } from "@/components/wallet/live-balance-cards";
import { loadRecentOrders, loadSpending } from "@/lib/loaders/numbers";
import { loadChecklist } from "@/lib/loaders/onboarding";
import { requireCustomer } from "@/lib/loaders/session";
import { loadFirstSubscription } from "@/lib/loaders/vpn";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard");
  return { title: t("title") };
}

async function Checklist() {
  const checklist = await loadChecklist();
  return checklist && <ChecklistCard steps={checklist} />;
}

async function Spending() {
  return <SpendingChart {...(await loadSpending())} />;
}

async function Vpn() {
  const subscription = await loadFirstSubscription();
  return subscription && <VpnCard subscription={subscription} />;
}

async function Recent() {
  return <RecentOrders orders={(await loadRecentOrders()).rows} />;
}

export default async function DashboardPage() {
  await requireCustomer();
  const t = await getTranslations("dashboard");
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <LinkButton href={routes.numbers()}>{t("rent")}</LinkButton>
            <LinkButton variant="secondary" href={routes.wallet()}>
              {t("topUp")}
            </LinkButton>
          </>
        }
      />
      <Island skeleton={null}>
        <Checklist />
      </Island>
      <LiveBalanceCards />
      <ActiveList />
      <Island skeleton={null}>
        <Vpn />
      </Island>
      <Island skeleton={<Skeleton className="h-56" />}>
        <Spending />
      </Island>
      <section aria-labelledby="recent-heading" className="flex flex-col gap-3">
        <div className="flex items-baseline justify-between gap-3">
          <h2 id="recent-heading" className="font-medium text-base">
            {t("recent")}
          </h2>
          <LinkButton variant="ghost" href={routes.history()} className="-my-2 -me-4">
            {t("all")}
          </LinkButton>
        </div>
        <Island skeleton={<TableSkeleton />}>
          <Recent />
        </Island>
      </section>
    </>
  );
}
