import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { AccountTitle } from "@/components/ledger/account-title";
import { JournalList } from "@/components/ledger/journal-list";
import { LedgerAmount } from "@/components/ledger/ledger-amount";
import { OwnerLink } from "@/components/ledger/ledger-reference";
import { loadLedgerAccount } from "@/lib/loaders/admin-ledger";
import { routes } from "@/lib/routes";

interface AccountPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ledger");
  return { title: t("account") };
}

export default async function LedgerAccountPage({ params, searchParams }: AccountPageProps) {
  const loaded = await loadLedgerAccount((await params).id, await searchParams);
  if (!loaded) notFound();
  const { account } = loaded;
  const t = await getTranslations("ledger");
  return (
    <>
      <PageHeader
        title={<AccountTitle code={account.code} />}
        lead={
          <>
            {t(`kinds.${account.kind}`)} <OwnerLink userId={account.userId} username={account.username} />
          </>
        }
        back={{ href: routes.adminLedger(), label: t("title") }}
      />
      <p>
        <span className="text-ink-2 text-sm">{t("columns.balance")}</span>
        <span className="block text-[28px] leading-9">
          <LedgerAmount micros={account.balanceMicros} currency={account.currency} />
        </span>
      </p>
      <JournalList {...loaded} />
    </>
  );
}
