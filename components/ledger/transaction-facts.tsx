import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { FactList } from "@/components/offers/fact-list";
import type { LedgerTransactionView } from "@/lib/domain/wallet/types";
import { Link } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import { LedgerReference } from "./ledger-reference";

function Other({ id }: { id: string | null }) {
  if (!id) return "–";
  return (
    <Link href={routes.adminLedgerTransaction(id)} className="underline underline-offset-2">
      <bdi dir="ltr">#{id}</bdi>
    </Link>
  );
}

const mono = (text: string) => (
  <bdi dir="ltr" className="break-all font-mono text-xs">
    {text}
  </bdi>
);

/** Everything a transaction says of itself. */
export function TransactionFacts({ transaction }: { transaction: LedgerTransactionView }) {
  const t = useTranslations("ledger.facts");
  const words = useTranslations("wallet.posting");
  const facts = [
    [
      t("kind"),
      <span key="kind" className="flex flex-wrap items-baseline gap-x-2">
        {words(transaction.word)} {mono(transaction.kind)}
      </span>,
    ],
    [t("eventAt"), <Moment key="event" at={transaction.eventAt} />],
    [t("createdAt"), <Moment key="created" at={transaction.createdAt} />],
    [t("reference"), <LedgerReference key="ref" type={transaction.refType} id={transaction.refId} />],
    [
      t("order"),
      <LedgerReference key="order" type={transaction.orderId && "order"} id={transaction.orderId} />,
    ],
    [t("reverses"), <Other key="reverses" id={transaction.reversesId} />],
    [t("reversedBy"), <Other key="reversed" id={transaction.reversedById} />],
    [t("key"), mono(transaction.idempotencyKey)],
  ] as const;
  return (
    <FactList facts={facts.map(([label, value], at) => ({ label, value, wide: at === facts.length - 1 }))} />
  );
}
