import { useTranslations } from "next-intl";
import { Moment } from "@/components/layout/moment";
import { Panel } from "@/components/ui/panel";
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
  const facts = [
    [t("kind"), mono(transaction.kind)],
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
    <Panel>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,11rem),1fr))] gap-x-6 gap-y-4 text-sm">
        {facts.map(([label, value]) => (
          <div key={label} className="flex min-w-0 flex-col gap-0.5">
            <dt className="text-ink-3 text-xs">{label}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
