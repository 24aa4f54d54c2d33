import type { CryptoInvoice, CryptoPayment, InvoicePolicy } from "./invoice-shapes";
import type { ChainTransfer, ChainView, MissingTransfer } from "./types";

const OPEN = new Set(["DETECTED", "CONFIRMED"]);

const UNFOUNDED = { fate: "failed", by: null } as const;

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}

function seenAt(transfer: ChainTransfer, view: ChainView): Date {
  return transfer.block ? earlier(transfer.block.time, view.asOf) : view.asOf;
}

/** The stored payment that a listed transfer is; one without an index becomes the final one of the same amount. */
function matchOf(payments: readonly CryptoPayment[], transfer: ChainTransfer): CryptoPayment | undefined {
  const same = payments.filter(({ txid }) => txid === transfer.txid);
  if (transfer.index === null) {
    return same.find(({ index, ordinal }) => index === null && ordinal === transfer.ordinal);
  }
  return (
    same.find(({ index }) => index === transfer.index) ??
    same.find(({ index, units, status }) => index === null && units === transfer.units && OPEN.has(status))
  );
}

function freshPayment(transfer: ChainTransfer, view: ChainView): CryptoPayment {
  return {
    id: null,
    txid: transfer.txid,
    index: transfer.index,
    ordinal: transfer.ordinal,
    units: transfer.units,
    status: "DETECTED",
    firstSeenAt: seenAt(transfer, view),
    confirmations: 0,
    block: null,
    replaceable: transfer.replaceable,
    spends: transfer.spends,
    missingSince: null,
    failure: null,
    replacedBy: null,
    creditedMicros: null,
  };
}

/** A source that is behind does not know the block yet: that is not a reorganisation. */
export function isBehind(view: ChainView, payment: CryptoPayment): boolean {
  const height = payment.block?.height ?? null;
  return height !== null && view.tipHeight !== null && view.tipHeight < height;
}

function updated(payment: CryptoPayment, transfer: ChainTransfer, view: ChainView): CryptoPayment {
  const seen = {
    ...payment,
    index: transfer.index,
    firstSeenAt: earlier(payment.firstSeenAt, seenAt(transfer, view)),
  };
  if (payment.status === "FAILED") return seen;
  const { block } = transfer;
  if ((!block && isBehind(view, payment)) || (payment.status === "SETTLED" && !block)) return seen;
  const moved = block?.hash !== payment.block?.hash;
  return {
    ...seen,
    missingSince: null,
    replaceable: transfer.replaceable,
    block: block && { height: block.height, hash: block.hash },
    confirmations: moved ? transfer.confirmations : Math.max(payment.confirmations, transfer.confirmations),
  };
}

function lost(
  payment: CryptoPayment,
  { fate, by }: Pick<MissingTransfer, "fate" | "by">,
  view: ChainView,
): CryptoPayment {
  if (!OPEN.has(payment.status) || isBehind(view, payment)) return payment;
  const gone = { ...payment, confirmations: 0, block: null };
  return fate === "absent"
    ? { ...gone, missingSince: payment.missingSince ?? view.asOf }
    : { ...gone, status: "FAILED", failure: fate, replacedBy: by };
}

/** A sender who raises the fee has paid when they first paid. */
function inheritTimes(payments: CryptoPayment[]): CryptoPayment[] {
  return payments.map((payment) => {
    const before = payments.filter(({ replacedBy }) => replacedBy === payment.txid);
    const firstSeenAt = before.reduce((time, older) => earlier(time, older.firstSeenAt), payment.firstSeenAt);
    return firstSeenAt === payment.firstSeenAt ? payment : { ...payment, firstSeenAt };
  });
}

/**
 * What is known of an address after one more look at it. A view that is older than the newest one only tells that a
 * payment was there at that time. What a view does not mention stays as it was.
 */
export function mergeView(
  invoice: CryptoInvoice,
  payments: readonly CryptoPayment[],
  view: ChainView,
  policy: InvoicePolicy,
): { payments: CryptoPayment[]; checkedAt: Date } {
  const isOld = invoice.checkedAt !== null && view.asOf < invoice.checkedAt;
  const merged = [...payments];
  for (const transfer of view.transfers) {
    if (transfer.units < policy.dustUnits[invoice.asset]) continue;
    const known = matchOf(merged, transfer);
    const isKnownByIndex = merged.some(({ txid, index }) => txid === transfer.txid && index !== null);
    if (!known && transfer.index === null && isKnownByIndex) continue;
    if (isOld) {
      // It was there and the newest view does not show it: it counts again when somebody does.
      const before = known ?? { ...freshPayment(transfer, view), missingSince: invoice.checkedAt };
      const firstSeenAt = earlier(before.firstSeenAt, seenAt(transfer, view));
      merged.splice(known ? merged.indexOf(known) : merged.length, 1, { ...before, firstSeenAt });
    } else if (known) {
      merged[merged.indexOf(known)] = updated(known, transfer, view);
    } else {
      merged.push(updated(freshPayment(transfer, view), transfer, view));
    }
  }
  if (isOld) return { payments: inheritTimes(merged), checkedAt: invoice.checkedAt ?? view.asOf };
  const shown = new Set(view.transfers.map(({ txid }) => txid));
  const fates = new Map(view.missing.filter(({ txid }) => !shown.has(txid)).map((fate) => [fate.txid, fate]));
  const indexed = new Set(view.transfers.filter(({ index }) => index !== null).map(({ txid }) => txid));
  const after = merged.map((payment) => {
    // The network's final list of the transaction holds no such transfer.
    const unfounded = payment.index === null && indexed.has(payment.txid);
    const fate = unfounded ? UNFOUNDED : fates.get(payment.txid);
    return fate ? lost(payment, fate, view) : payment;
  });
  return { payments: inheritTimes(after), checkedAt: view.asOf };
}
