import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TableIsland } from "@/components/data-table/table-island";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { BalanceCards } from "@/components/wallet/balance-cards";
import { HoldList } from "@/components/wallet/hold-list";
import { LiveBalanceCards } from "@/components/wallet/live-balance-cards";
import { RateNote } from "@/components/wallet/rate-note";
import { StatementList } from "@/components/wallet/statement-list";
import { loadDisplayRate } from "@/lib/loaders/display-rate";
import { loadStatement, loadWallet } from "@/lib/loaders/wallet";
import { routes } from "@/lib/routes";

interface WalletPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("wallet");
  return { title: t("title") };
}

async function Statement({ searchParams }: WalletPageProps) {
  return <StatementList {...(await loadStatement(await searchParams))} />;
}

export default async function WalletPage({ searchParams }: WalletPageProps) {
  const [t, tBilling, tWithdrawals, asked, wallet, shown] = await Promise.all([
    getTranslations("wallet"),
    getTranslations("billing"),
    getTranslations("withdrawals"),
    searchParams,
    loadWallet(),
    loadDisplayRate(),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <LinkButton href={routes.topUp()}>{tBilling("walletLinks.add")}</LinkButton>
            <LinkButton href={routes.withdrawals()} variant="secondary">
              {tWithdrawals("wallet.link")}
            </LinkButton>
            <LinkButton href={routes.invoices()} variant="secondary">
              {tBilling("walletLinks.invoices")}
            </LinkButton>
            <LinkButton href={routes.statement()} variant="secondary">
              {t("statement.monthly")}
            </LinkButton>
          </>
        }
      />
      {wallet.isFrozen && (
        <p role="status" className="rounded-panel border border-warn p-4 text-sm">
          {tBilling("topUp.frozen")}
        </p>
      )}
      {/* What is owed is no part of the live state: it changes only by staff. */}
      {wallet.balance.debtMicros < 0n ? (
        <BalanceCards balance={wallet.balance} isFrozen={wallet.isFrozen} />
      ) : (
        <LiveBalanceCards isFrozen={wallet.isFrozen} />
      )}
      {wallet.holds.length > 0 && (
        <Section title={t("heldNow")}>
          <HoldList holds={wallet.holds} />
        </Section>
      )}
      <RateNote {...shown} />
      <Section title={t("lines.title")}>
        <TableIsland key={JSON.stringify(asked)}>
          <Statement searchParams={searchParams} />
        </TableIsland>
      </Section>
    </>
  );
}
