import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import { OwnAmount } from "@/components/wallet/display-rate";
import type { InvoiceView } from "@/lib/domain/billing/types";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";
import { chargeText } from "./charge-text";
import type { InvoicePlan } from "./invoice-plan-now";
import { rateText } from "./rate-text";

interface InvoiceFactsProps {
  invoice: InvoiceView;
  seller: { name: string; address: string; taxId: string; taxName: string };
  buyer: { name: string; username: string };
  plan: InvoicePlan | null;
}

/** The sheet: who sells what to whom, what it costs, and how it was asked for. */
export function InvoiceFacts({ invoice, seller, buyer, plan }: InvoiceFactsProps) {
  const t = useTranslations("billing");
  const locale = useLocale();
  const format = useFormatter();
  const usd = (decimal: string) => (
    <Ltr className="tabular-nums">{formatMoney(parseDecimal(decimal) ?? 0n, invoice.currency, locale)}</Ltr>
  );
  const time = (at: string) => <time dateTime={at}>{format.dateTime(new Date(at), "long")}</time>;
  const isOpen = invoice.status === "CREATED" || invoice.status === "PENDING";
  const facts: [string, ReactNode][] = [
    [
      t("invoice.seller"),
      <bdi key="s">{[seller.name, seller.address, seller.taxId].filter(Boolean).join(", ")}</bdi>,
    ],
    [t("invoice.buyer"), <bdi key="b">{buyer.name}</bdi>],
    [
      t("invoice.what"),
      plan
        ? t("invoice.planFact", { plan: plan.name, n: plan.durationDays })
        : t(`purpose.${invoice.purpose}`),
    ],
    [t("columns.method"), t(`method.${invoice.paymentMethod}`)],
    [t("invoice.net"), usd(invoice.amountUsd)],
    [t("topUp.fee"), invoice.fee === "0.00" ? t("topUp.noFee") : usd(invoice.fee)],
    [
      t("invoice.total"),
      <span key="total" className="inline-flex flex-wrap gap-x-2">
        {usd(invoice.total)}
        <OwnAmount amount={invoice.total} />
      </span>,
    ],
  ];
  if (invoice.tax !== "0.00") facts.push([t("invoice.tax", { name: seller.taxName }), usd(invoice.tax)]);
  if (invoice.chargeCurrency !== invoice.currency) {
    facts.push([
      t("topUp.charged"),
      <Ltr key="c">{chargeText(invoice.chargeAmount, invoice.chargeCurrency, locale)}</Ltr>,
    ]);
    if (invoice.rate) {
      const { rate, isInverse } = rateText(invoice.rate, locale);
      const words = isInverse ? "invoice.rateInverse" : "invoice.rateOf";
      facts.push([
        t("invoice.rate"),
        <Ltr key="r">{t(words, { currency: invoice.chargeCurrency, rate })}</Ltr>,
      ]);
    }
  }
  if (invoice.refunded !== "0.00") facts.push([t("invoice.refundedFact"), usd(invoice.refunded)]);
  facts.push([t("invoice.made"), time(invoice.createdAt)]);
  if (invoice.paidAt) facts.push([t("invoice.paid"), time(invoice.paidAt)]);
  else facts.push([t(isOpen ? "invoice.expires" : "invoice.ended"), time(invoice.expiresAt)]);
  if (invoice.gatewayReference) {
    facts.push([
      t("invoice.reference"),
      <Ltr key="g" className="break-all font-mono text-xs">
        {invoice.gatewayReference}
      </Ltr>,
    ]);
  }
  facts.push([
    t("invoice.id"),
    <Ltr key="i" className="break-all font-mono text-xs">
      {invoice.id}
    </Ltr>,
  ]);
  return (
    <Panel>
      <dl className="grid grid-cols-[minmax(0,8.5rem)_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm sm:grid-cols-[max-content_minmax(0,1fr)] sm:gap-x-6">
        {facts.map(([word, value]) => (
          <div key={word} className="contents">
            <dt className="text-ink-2 text-sm">{word}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
