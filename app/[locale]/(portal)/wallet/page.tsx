import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { BalanceCards } from "@/components/wallet/balance-cards";
import { LinesTable } from "@/components/wallet/lines-table";
import { TopUpForm } from "@/components/wallet/top-up-form";
import { safeReturnPath } from "@/lib/auth/return-path";
import { walletLinesSchema } from "@/lib/domain/wallet/schema";
import { loadWallet } from "@/lib/loaders/wallet";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("wallet");
  return { title: t("title") };
}

interface WalletPageProps {
  searchParams: Promise<{ page?: string; back?: string }>;
}

export default async function WalletPage({ searchParams }: WalletPageProps) {
  const t = await getTranslations("wallet");
  const { page, back } = await searchParams;
  const asked = walletLinesSchema.safeParse({ page });
  const { balance, lines, isDemo } = await loadWallet(
    asked.success ? asked.data : walletLinesSchema.parse({}),
  );
  return (
    <>
      <PageHeader title={t("title")} />
      <BalanceCards balance={balance} />
      <section aria-labelledby="top-up-heading" className="flex flex-col gap-3">
        <h2 id="top-up-heading" className="font-medium text-base">
          {t("topUp.title")}
        </h2>
        <Panel>
          {isDemo ? <TopUpForm back={back ? safeReturnPath(back) : null} /> : <p>{t("topUp.none")}</p>}
        </Panel>
      </section>
      <section aria-labelledby="lines-heading" className="flex flex-col gap-3">
        <h2 id="lines-heading" className="font-medium text-base">
          {t("lines.title")}
        </h2>
        <LinesTable page={lines} />
      </section>
    </>
  );
}
