import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/components/layout/moment";
import { Ltr } from "@/components/ui/ltr";
import { Panel } from "@/components/ui/panel";
import type { PaymentView } from "@/lib/domain/billing/types";
import { parseDecimal, toDecimal } from "@/lib/domain/kernel/money";
import { chargeText } from "./charge-text";
import { DisputeConsequence } from "./dispute-consequence";
import { GatewayName } from "./gateway-name";
import { IdText } from "./id-text";
import { DisputeBadge, PaymentStatusBadge } from "./payment-status";
import { RefundPayment } from "./refund-payment";
import { UsdText } from "./usd-text";

interface StaffPaymentProps {
  payment: PaymentView;
  /** A refund of it waits for the gateway's answer. */
  isRefunding: boolean;
  /** The reader may give it back. */
  mayMove: boolean;
}

const time = (at: string | null) => (at ? <Moment at={at} /> : "–");
const micros = (amount: string) => parseDecimal(amount) ?? 0n;

/** One payment with everything that is known of it, and the way to give it back. */
export function StaffPayment({ payment, isRefunding, mayMove }: StaffPaymentProps) {
  const t = useTranslations("billing");
  const words = useTranslations("money.facts");
  const locale = useLocale();
  const left = micros(payment.credited) - micros(payment.refunded) - micros(payment.disputed);
  const facts: [string, ReactNode][] = [
    [
      t("columns.charge"),
      <Ltr key="charge" className="tabular-nums">
        {chargeText(payment.amount, payment.currency, locale)}
      </Ltr>,
    ],
    [words("rate"), <IdText key="rate">{payment.rate}</IdText>],
    [t("columns.credited"), <UsdText key="credited" amount={payment.credited} />],
    [t("columns.refunded"), <UsdText key="refunded" amount={payment.refunded} />],
    [words("gateway"), <GatewayName key="gateway" gateway={payment.gateway} />],
    [t("invoice.reference"), <IdText key="reference">{payment.gatewayPaymentId}</IdText>],
    [words("failureCode"), <IdText key="failure">{payment.failureCode}</IdText>],
    [t("columns.createdAt"), time(payment.createdAt)],
    [words("detectedAt"), time(payment.detectedAt)],
    [words("settledAt"), time(payment.settledAt)],
    [words("updatedAt"), time(payment.updatedAt)],
    [
      words("disputeState"),
      payment.disputeState === "NONE" ? "–" : <DisputeBadge key="state" state={payment.disputeState} />,
    ],
    [t("invoice.id"), <IdText key="id">{payment.id}</IdText>],
  ];
  if (payment.disputeState !== "NONE") {
    facts.push(
      [words("disputeId"), <IdText key="dispute">{payment.disputeId}</IdText>],
      [words("disputeReason"), <IdText key="reason">{payment.disputeReason}</IdText>],
      [words("disputed"), <UsdText key="disputed" amount={payment.disputed} />],
    );
  }
  if (payment.gateway === "CRYPTO") {
    facts.push(
      [words("txid"), <IdText key="txid">{payment.txid}</IdText>],
      [words("outputIndex"), <IdText key="output">{payment.outputIndex}</IdText>],
      [words("ordinal"), <IdText key="ordinal">{payment.ordinal}</IdText>],
      [words("inputs"), <IdText key="inputs">{payment.inputs.join(" ")}</IdText>],
      [words("missingSince"), time(payment.missingSince)],
      [words("amountAsset"), <IdText key="asset">{payment.amountAsset}</IdText>],
      [words("confirmations"), <IdText key="confirmations">{payment.confirmations}</IdText>],
      [words("blockHash"), <IdText key="block">{payment.blockHash}</IdText>],
      [words("blockHeight"), <IdText key="height">{payment.blockHeight}</IdText>],
      [words("isReplaceable"), payment.isReplaceable ? words("yes") : words("no")],
      [words("replacedBy"), <IdText key="replaced">{payment.replacedBy}</IdText>],
    );
  }
  return (
    <Panel className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span className="flex flex-wrap gap-2">
          <PaymentStatusBadge status={payment.status} />
          <DisputeBadge state={payment.disputeState} />
        </span>
        {mayMove && payment.settledAt && payment.gateway !== "CRYPTO" && left > 0n && !isRefunding && (
          <RefundPayment paymentId={payment.id} amount={toDecimal(left)} />
        )}
      </div>
      <DisputeConsequence payment={payment} />
      <dl className="grid gap-x-6 gap-y-4 text-sm max-sm:grid-cols-2 max-sm:gap-x-2 sm:grid-cols-[repeat(auto-fill,minmax(min(100%,12.5rem),1fr))]">
        {facts.map(([label, value]) => (
          <div key={label} className="flex min-w-0 flex-col gap-0.5 has-[[data-long]]:col-span-2">
            <dt className="text-ink-3 text-xs">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
