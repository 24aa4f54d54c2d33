import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/identity/section";
import { PageHeader } from "@/components/layout/page-header";
import { EntryTable } from "@/components/ledger/entry-table";
import { HoldFacts } from "@/components/ledger/hold-facts";
import { OwnerLink } from "@/components/ledger/ledger-reference";
import { OrderSearch } from "@/components/ledger/order-search";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/lib/i18n/navigation";
import { loadOrderLedger } from "@/lib/loaders/admin-ledger";
import { routes } from "@/lib/routes";

interface OrderLedgerPageProps {
  searchParams: Promise<{ order?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ledger");
  return { title: t("order.title") };
}

export default async function OrderLedgerPage({ searchParams }: OrderLedgerPageProps) {
  const { order: asked } = await searchParams;
  const typed = String((Array.isArray(asked) ? asked[0] : asked) ?? "").slice(0, 40);
  const [t, ledger] = await Promise.all([getTranslations("ledger"), typed ? loadOrderLedger(typed) : null]);
  const back = { href: routes.adminLedger(), label: t("title") };
  if (!ledger)
    return (
      <>
        <PageHeader title={t("order.title")} back={back} />
        <OrderSearch order={typed} />
        <EmptyState title={typed ? t("order.none") : t("order.lead")} />
      </>
    );
  const { order, holds, transactions } = ledger;
  return (
    <>
      <PageHeader
        title={
          <Link href={routes.adminOrder(order.id)} className="underline-offset-4 hover:underline">
            {t("order.named", { number: String(order.number) })}
          </Link>
        }
        lead={<OwnerLink userId={order.userId} username={order.username} />}
        back={back}
      />
      <OrderSearch order={typed} />
      <Section title={t("hold.title")}>
        {holds.length === 0 && <p className="text-ink-2 text-sm">{t("hold.none")}</p>}
        {holds.map((hold) => (
          <HoldFacts key={hold.id} hold={hold} />
        ))}
      </Section>
      {transactions.map((transaction) => (
        <Section
          key={transaction.id}
          title={t("transaction", { id: transaction.id })}
          lead={
            <Link
              href={routes.adminLedgerTransaction(transaction.id)}
              className="underline underline-offset-2"
            >
              <bdi dir="ltr" className="font-mono text-xs">
                {transaction.kind}
              </bdi>
            </Link>
          }
        >
          <EntryTable entries={transaction.entries} caption={t("transaction", { id: transaction.id })} />
        </Section>
      ))}
    </>
  );
}
