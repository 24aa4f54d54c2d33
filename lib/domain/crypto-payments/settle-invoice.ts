import { divideUp, microsFor } from "./asset-amount";
import type { ChainCredit, CryptoInvoice, CryptoPayment, InvoicePolicy } from "./invoice-shapes";
import { receiptKey } from "./payment-identity";
import type { InvoiceException, ScaledRate } from "./types";

const BPS = 10_000n;

/** In a block or on its way, shown by somebody. */
export function isLive({ status, missingSince }: CryptoPayment): boolean {
  return status !== "FAILED" && status !== "EXPIRED" && missingSince === null;
}

export function isInTime(invoice: CryptoInvoice, { firstSeenAt }: CryptoPayment): boolean {
  return firstSeenAt <= invoice.expiresAt;
}

/** Micro-units of USD at the locked rate, rounded down; exactly the invoice's amount for what was due. */
export function lockedMicros({ amountMicros, unitsDue }: CryptoInvoice, units: bigint): bigint {
  return (units * amountMicros) / unitsDue;
}

/** The least that counts as paid. */
export function unitsAccepted({ unitsDue }: CryptoInvoice, { toleranceBps }: InvoicePolicy): bigint {
  return divideUp(unitsDue * (BPS - toleranceBps), BPS);
}

/** The larger of invoice and payment says how sure it must be; what may still be replaced needs a block at least. */
export function confirmationsNeeded(
  invoice: CryptoInvoice,
  { units, replaceable }: Pick<CryptoPayment, "units" | "replaceable">,
  policy: InvoicePolicy,
): number {
  const worth = lockedMicros(invoice, units);
  const micros = worth > invoice.amountMicros ? worth : invoice.amountMicros;
  const step = policy.confirmations[invoice.asset].findLast(({ fromMicros }) => fromMicros <= micros);
  return Math.max(step?.confirmations ?? 1, replaceable ? 1 : 0);
}

export function isConfirmed(invoice: CryptoInvoice, payment: CryptoPayment, policy: InvoicePolicy): boolean {
  if (payment.status === "SETTLED" || payment.status === "REFUNDED") return true;
  // Without an index there is no identity to credit under.
  const enough = payment.confirmations >= confirmationsNeeded(invoice, payment, policy);
  return isLive(payment) && payment.index !== null && enough;
}

export function unitsOf(payments: readonly CryptoPayment[]): bigint {
  return payments.reduce((sum, { units }) => sum + units, 0n);
}

/** What was due and what came: NONE, a part, too late; UNCONFIRMED where nothing but broken promises came. */
export function expiredException(
  invoice: CryptoInvoice,
  payments: readonly CryptoPayment[],
  policy: InvoicePolicy,
): InvoiceException {
  const received = unitsOf(payments.filter(isLive));
  if (received >= unitsAccepted(invoice, policy)) return "PAID_LATE";
  if (received > 0n) return "PAID_PARTIAL";
  return payments.some(({ failure }) => failure === "unconfirmed") ? "UNCONFIRMED" : "NONE";
}

export interface Settlement {
  payments: CryptoPayment[];
  credits: ChainCredit[];
  allowanceMicros: bigint;
  /** A payment waits for a rate to be credited at. */
  lacksRate: boolean;
}

export interface SettlementTerms {
  currentRate: ScaledRate | null;
  policy: InvoicePolicy;
  /** The invoice was PENDING a moment ago: only then does the shop add what was tolerated. */
  becamePaid: boolean;
}

function inOrder(a: CryptoPayment, b: CryptoPayment): number {
  const time = a.firstSeenAt.getTime() - b.firstSeenAt.getTime();
  return time || (a.txid < b.txid ? -1 : a.txid > b.txid ? 1 : (a.index ?? 0) - (b.index ?? 0));
}

/**
 * Settles what is confirmed. In time at a PAID invoice: at the locked rate, so that all credits together are the locked
 * worth of all that came, rounded once. Everything else: at the current rate, or not yet where there is none.
 */
export function settle(
  invoice: CryptoInvoice,
  payments: readonly CryptoPayment[],
  { currentRate, policy, becamePaid }: SettlementTerms,
): Settlement {
  const result: Settlement = {
    payments: [],
    credits: [],
    allowanceMicros: invoice.allowanceMicros,
    lacksRate: false,
  };
  const isPaid = invoice.status === "PAID";
  const isMarked = isPaid && invoice.exception === "MARKED";
  const atLock = (payment: CryptoPayment) => isPaid && isInTime(invoice, payment);
  const settledBefore = payments.filter((payment) => payment.creditedMicros !== null && atLock(payment));
  let units = unitsOf(settledBefore);
  let given = settledBefore.reduce(
    (sum, payment) => sum + (payment.creditedMicros ?? 0n),
    invoice.allowanceMicros,
  );
  const credited = new Map<CryptoPayment, bigint>();
  for (const payment of [...payments].sort(inOrder)) {
    if (payment.creditedMicros !== null || payment.status === "REFUNDED") continue;
    if (!isConfirmed(invoice, payment, policy)) continue;
    let micros = 0n;
    if (!isMarked && atLock(payment)) {
      units += payment.units;
      const more = lockedMicros(invoice, units) - given;
      micros = more > 0n ? more : 0n;
      given += micros;
    } else if (!isMarked) {
      if (currentRate === null) {
        result.lacksRate = true;
        continue;
      }
      micros = microsFor(invoice.asset, payment.units, currentRate);
    }
    credited.set(payment, micros);
  }
  if (becamePaid && given < invoice.amountMicros) {
    const missing = invoice.amountMicros - given;
    const most = divideUp(invoice.amountMicros * policy.toleranceBps, BPS);
    result.allowanceMicros += missing < most ? missing : most;
  }
  result.payments = payments.map((payment) => {
    const micros = credited.get(payment);
    if (micros === undefined) return payment;
    if (micros > 0n && payment.index !== null) {
      const { txid, index, units: amount } = payment;
      const basis = atLock(payment) ? "locked" : "current";
      const key = receiptKey(invoice.asset, txid, index);
      result.credits.push({ key, txid, index, units: amount, micros, basis });
    }
    return { ...payment, status: "SETTLED", creditedMicros: micros };
  });
  return result;
}
