import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Ltr } from "@/components/ui/ltr";
import type { InvoiceView } from "@/lib/domain/billing/types";
import { parseDecimal } from "@/lib/domain/kernel/money";
import { formatMoney } from "@/lib/format/money";
import { chargeText } from "./charge-text";
import type { InvoicePlan } from "./invoice-plan-now";
import { InvoiceStatus } from "./invoice-status";

interface InvoiceSheetProps {
  invoice: InvoiceView;
  seller: { name: string; address: string; taxId: string; taxName: string };
  buyer: { name: string; username: string };
  plan: InvoicePlan | null;
}

/** The invoice on paper: who sells, who buys, what for, and the sum with its tax. Not shown on the screen. */
export function InvoiceSheet({ invoice, seller, buyer, plan }: InvoiceSheetProps) {
  const t = useTranslations("billing");
  const locale = useLocale();
  const format = useFormatter();
  const usd = (micros: bigint) => (
    <Ltr className="tabular-nums">{formatMoney(micros, invoice.currency, locale)}</Ltr>
  );
  const micros = (decimal: string) => parseDecimal(decimal) ?? 0n;
  const date = (at: string) => <time dateTime={at}>{format.dateTime(new Date(at), "long")}</time>;
  const [total, tax, fee] = [micros(invoice.total), micros(invoice.tax), micros(invoice.fee)];
  const what = plan
    ? t("invoice.planFact", { plan: plan.name, n: plan.durationDays })
    : t(`purpose.${invoice.purpose}`);

  const dates: [string, ReactNode][] = [[t("invoice.made"), date(invoice.createdAt)]];
  if (invoice.paidAt) dates.push([t("invoice.paid"), date(invoice.paidAt)]);
  dates.push([t("columns.method"), t(`method.${invoice.paymentMethod}`)]);
  if (invoice.gatewayReference)
    dates.push([t("invoice.reference"), <Id key="r" text={invoice.gatewayReference} />]);
  dates.push([t("invoice.id"), <Id key="i" text={invoice.id} />]);

  const items: [string, ReactNode][] = [[what, usd(micros(invoice.amountUsd))]];
  if (fee !== 0n) items.push([t("topUp.fee"), usd(fee)]);
  const sums: [string, ReactNode][] = [];
  if (tax !== 0n) {
    sums.push([t("invoice.withoutTax", { name: seller.taxName }), usd(total - tax)]);
    sums.push([t("invoice.tax", { name: seller.taxName }), usd(tax)]);
  }
  if (invoice.chargeCurrency !== invoice.currency) {
    sums.push([
      t("topUp.charged"),
      <Ltr key="c">{chargeText(invoice.chargeAmount, invoice.chargeCurrency, locale)}</Ltr>,
    ]);
  }
  if (invoice.refunded !== "0.00") sums.push([t("invoice.refundedFact"), usd(micros(invoice.refunded))]);

  return (
    <article className="hidden flex-col gap-8 text-sm print:flex">
      <header className="flex items-start justify-between gap-8 border-ink border-b-2 pb-4">
        <div className="flex flex-col items-start gap-1">
          <h2 className="font-semibold text-2xl">{t("invoice.title", { number: invoice.number })}</h2>
          <InvoiceStatus invoice={invoice} />
        </div>
        <Party word={t("invoice.seller")} lines={[seller.name, seller.address, seller.taxId]} />
      </header>
      <div className="flex items-start justify-between gap-8">
        <Party word={t("invoice.buyer")} lines={[buyer.name, buyer.username]} />
        <Pairs pairs={dates} />
      </div>
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-line border-b text-ink-2 text-xs">
            <th className="py-2 text-start font-medium">{t("invoice.what")}</th>
            <th className="py-2 text-end font-medium">{t("invoice.net")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(([word, value]) => (
            <tr key={word} className="border-line border-b">
              <td className="py-2">{word}</td>
              <td className="py-2 text-end">{value}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold text-base">
            <td className="py-3 text-end">{t("invoice.total")}</td>
            <td className="py-3 text-end">{usd(total)}</td>
          </tr>
          {sums.map(([word, value]) => (
            <tr key={word} className="text-ink-2">
              <td className="py-1 text-end">{word}</td>
              <td className="py-1 text-end">{value}</td>
            </tr>
          ))}
        </tfoot>
      </table>
    </article>
  );
}

function Id({ text }: { text: string }) {
  return <Ltr className="break-all font-mono text-xs">{text}</Ltr>;
}

function Party({ word, lines }: { word: string; lines: string[] }) {
  return (
    <div className="flex max-w-[45%] flex-col gap-1">
      <p className="text-ink-2 text-xs">{word}</p>
      {[...new Set(lines)].filter(Boolean).map((line) => (
        <p key={line} className="whitespace-pre-line">
          <bdi>{line}</bdi>
        </p>
      ))}
    </div>
  );
}

function Pairs({ pairs }: { pairs: [string, ReactNode][] }) {
  return (
    <dl className="grid max-w-[55%] grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
      {pairs.map(([word, value]) => (
        <div key={word} className="contents">
          <dt className="text-ink-2">{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
