import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { ActiveList } from "@/components/numbers/active-list";
import { HistoryTable } from "@/components/numbers/history-table";
import { LinkButton } from "@/components/ui/link-button";
import { BalanceCards } from "@/components/wallet/balance-cards";
import { walletLinesSchema } from "@/lib/domain/wallet/schema";
import { loadOrders } from "@/lib/loaders/numbers";
import { loadWallet } from "@/lib/loaders/wallet";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard");
  return { title: t("title") };
}

export default async function DashboardPage() {
  const t = await getTranslations("dashboard");
  const [wallet, recent] = await Promise.all([
    loadWallet(walletLinesSchema.parse({ pageSize: 1 })),
    loadOrders({ page: 1, pageSize: 5 }),
  ]);
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
      <BalanceCards balance={wallet.balance} />
      <ActiveList />
      <section aria-labelledby="recent-heading" className="flex flex-col gap-3">
        <h2 id="recent-heading" className="font-medium text-base">
          {t("recent")}
        </h2>
        <HistoryTable page={recent} outcome="all" compact />
      </section>
    </>
  );
}
