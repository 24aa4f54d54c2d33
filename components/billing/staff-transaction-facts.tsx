import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/components/layout/moment";
import { FactList } from "@/components/offers/fact-list";
import type { TransactionView } from "@/lib/domain/billing/types";
import { routes } from "@/lib/routes";
import { GatewayName } from "./gateway-name";
import { IdText } from "./id-text";
import { SignedMoney } from "./signed-money";
import { TransactionKind } from "./transaction-kind";
import { NumberedLink, PersonLink } from "./transaction-links";

/** Everything the shop knows of a line, with the ways to what it belongs to. */
export function StaffTransactionFacts({ line }: { line: TransactionView }) {
  const t = useTranslations("transactions.columns");
  const billing = useTranslations("billing");
  const { order, invoice, ledgerTransactionId: ledger } = line;
  const facts: [string, ReactNode][] = [
    [t("user"), <PersonLink key="user" user={line.user} />],
    [t("type"), <TransactionKind key="type" line={line} />],
    [t("amount"), <SignedMoney key="amount" amount={line.amount} currency={line.currency} />],
    [t("currency"), <IdText key="currency">{line.currency}</IdText>],
    [t("gateway"), <GatewayName key="gateway" gateway={line.gateway} />],
    [t("method"), billing(`method.${line.paymentMethod}`)],
    [t("reference"), <IdText key="reference">{line.gatewayTransactionId}</IdText>],
    [t("description"), line.description ? <bdi key="description">{line.description}</bdi> : "–"],
    [
      t("order"),
      <NumberedLink
        key="order"
        href={order ? routes.adminOrder(order.id) : ""}
        number={order?.number ?? null}
      />,
    ],
    [
      t("invoice"),
      <NumberedLink
        key="invoice"
        href={invoice ? routes.adminInvoice(invoice.id) : ""}
        number={invoice?.number ?? null}
      />,
    ],
    [
      t("ledger"),
      <NumberedLink
        key="ledger"
        href={ledger ? routes.adminLedgerTransaction(ledger) : ""}
        number={ledger}
      />,
    ],
    [t("hold"), <IdText key="hold">{line.holdId}</IdText>],
    [t("createdAt"), <Moment key="created" at={line.createdAt} />],
    [t("updatedAt"), <Moment key="updated" at={line.updatedAt} />],
    [t("id"), <IdText key="id">{line.id}</IdText>],
    [t("details"), <IdText key="details">{line.paymentDetails}</IdText>],
  ];
  return <FactList facts={facts.map(([label, value]) => ({ label, value }))} />;
}
