import type { CryptoInvoice, CryptoPayment, InvoiceAlert, InvoicePolicy, Stray } from "./invoice-shapes";
import { isBehind } from "./merge-view";
import { receiptKey } from "./payment-identity";
import { isLive } from "./settle-invoice";
import type { ChainView } from "./types";

/** Receipts at the address that the machine places nowhere. */
export function straysOf(
  { asset, exception }: CryptoInvoice,
  payments: CryptoPayment[],
  view: ChainView | null,
  policy: InvoicePolicy,
): Stray[] {
  const own = (
    kind: Stray["kind"],
    { txid, index, units }: { txid: string; index: number | null; units: bigint },
  ) => ({
    key: receiptKey(asset, txid, index),
    kind,
    txid,
    index,
    value: units.toString(),
    contract: null,
  });
  const strays: Stray[] = payments
    .filter(
      ({ status, creditedMicros }) => exception === "MARKED" && status === "SETTLED" && creditedMicros === 0n,
    )
    .map((payment) => own("paid_after_marked", payment));
  for (const transfer of view?.transfers ?? []) {
    const { txid, index, units, block } = transfer;
    if (units <= 0n) continue;
    if (units < policy.dustUnits[asset]) {
      if (index !== null && block) strays.push(own("dust", transfer));
      continue;
    }
    const failed = payments.some(
      (payment) => payment.txid === txid && payment.index === index && payment.status === "FAILED",
    );
    if (failed && index !== null && block && transfer.confirmations > 0) {
      strays.push(own("confirmed_after_failure", transfer));
    }
  }
  for (const { txid, index, ordinal, contract, value } of view?.foreign ?? []) {
    strays.push({
      key: receiptKey(asset, txid, index, ordinal),
      kind: "wrong_token",
      txid,
      index,
      value,
      contract,
    });
  }
  return strays;
}

/** Money that was credited and that the best chain does not hold any more. */
function isUndone(payment: CryptoPayment, view: ChainView): boolean {
  if (payment.status !== "SETTLED" || isBehind(view, payment)) return false;
  const shown = view.transfers.find(({ txid, index }) => txid === payment.txid && index === payment.index);
  // What was credited before its first block has not lost one.
  if (shown) return shown.block === null && payment.block !== null;
  return view.missing.some(({ txid }) => txid === payment.txid);
}

const rateKey = (invoiceId: string) => `inv:${invoiceId}:rate`;
const silentKey = (invoiceId: string) => `inv:${invoiceId}:silent`;

/** Keys of what is over by itself as soon as it is not so any more; everything else waits for a person. */
export function passingAlerts(invoiceId: string): string[] {
  return [rateKey(invoiceId), silentKey(invoiceId)];
}

/** What somebody has to know, each with a key that stays the same while it is so. */
export function alertsOf(
  invoice: CryptoInvoice,
  payments: CryptoPayment[],
  strays: Stray[],
  {
    view,
    now,
    policy,
    lacksRate,
  }: { view: ChainView | null; now: Date; policy: InvoicePolicy; lacksRate: boolean },
): InvoiceAlert[] {
  const alerts: InvoiceAlert[] = [];
  for (const payment of payments) {
    const key = receiptKey(invoice.asset, payment.txid, payment.index, payment.ordinal);
    if (view && isUndone(payment, view))
      alerts.push({ key: `${key}:undone`, kind: "settled_payment_reorganised" });
    const isClosed = invoice.status === "CANCELED" || invoice.status === "REFUNDED";
    if (isClosed && isLive(payment) && (payment.creditedMicros ?? 1n) > 0n && payment.status !== "REFUNDED") {
      alerts.push({ key: `${key}:closed`, kind: "paid_after_close" });
    }
  }
  for (const { key, kind } of strays) {
    if (kind !== "dust") alerts.push({ key: `${key}:stray`, kind: "stray_receipt" });
  }
  if (lacksRate) alerts.push({ key: rateKey(invoice.id), kind: "rate_missing" });
  if (invoice.exception === "UNCONFIRMED")
    alerts.push({ key: `inv:${invoice.id}:unconfirmed`, kind: "never_confirmed" });
  const isWaiting =
    invoice.status === "PENDING" ||
    payments.some((payment) => isLive(payment) && payment.creditedMicros === null);
  const silence = now.getTime() - (invoice.checkedAt?.getTime() ?? now.getTime());
  const unseen = invoice.checkedAt === null && now > invoice.expiresAt;
  if (isWaiting && (unseen || silence > policy.silenceMs)) {
    alerts.push({ key: silentKey(invoice.id), kind: "chain_silent" });
  }
  return alerts;
}
