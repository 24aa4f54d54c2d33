import { alertsOf, straysOf } from "./invoice-alerts";
import type {
  ChainCredit,
  CryptoInvoice,
  CryptoPayment,
  InvoiceAlert,
  InvoicePolicy,
  Stray,
} from "./invoice-shapes";
import {
  type InvoiceNote,
  type InvoiceWords,
  notesFor,
  type StaffAction,
  staffActionFor,
  wordsFor,
} from "./invoice-words";
import { mergeView } from "./merge-view";
import { statusSteps } from "./payment-identity";
import {
  expiredException,
  isConfirmed,
  isInTime,
  isLive,
  settle,
  unitsAccepted,
  unitsOf,
} from "./settle-invoice";
import type { ChainView, PaymentStatus, ScaledRate } from "./types";

export interface EvaluationInput {
  invoice: CryptoInvoice;
  /** Those that were returned before, as they were stored; in any order. */
  payments: readonly CryptoPayment[];
  /** The newest look at the address; null where the source could not be asked. */
  view: ChainView | null;
  now: Date;
  /** The agreed rate of this moment, for what is credited outside the lock; null where there is none. */
  currentRate: ScaledRate | null;
  /** After a start nothing expires before this: the watchers catch up first. */
  expireNotBefore?: Date;
  policy: InvoicePolicy;
}

export interface Evaluation {
  invoice: CryptoInvoice;
  payments: CryptoPayment[];
  /** Each step that a payment takes, in order. */
  steps: { txid: string; index: number | null; ordinal: number; to: PaymentStatus }[];
  credits: ChainCredit[];
  /** What the shop adds where less than due was accepted; once per invoice. */
  allowance: { key: string; micros: bigint } | null;
  strays: Stray[];
  alerts: InvoiceAlert[];
  words: InvoiceWords;
  notes: InvoiceNote[];
  staffAction: StaffAction;
}

/** What has no block long after it should have: not before somebody looked after the deadline. */
function failOverdue(invoice: CryptoInvoice, payments: CryptoPayment[], now: Date): CryptoPayment[] {
  const patience = invoice.monitorUntil.getTime() - invoice.expiresAt.getTime();
  const looked = Math.min(now.getTime(), invoice.checkedAt?.getTime() ?? 0);
  return payments.map((payment) => {
    if (payment.status !== "DETECTED" || payment.confirmations > 0) return payment;
    const deadline = Math.max(invoice.monitorUntil.getTime(), payment.firstSeenAt.getTime() + patience);
    return looked < deadline ? payment : { ...payment, status: "FAILED", failure: "unconfirmed" };
  });
}

/** DETECTED or CONFIRMED by what the newest view says. */
function placed(payment: CryptoPayment): CryptoPayment {
  if (payment.status !== "DETECTED" && payment.status !== "CONFIRMED") return payment;
  return { ...payment, status: payment.confirmations > 0 ? "CONFIRMED" : "DETECTED" };
}

/**
 * Over, though what came in time may only be shown now: its own time counts, not who looked first. What was credited
 * meanwhile was told, and stays as it was told.
 */
function mayStillBePaid(invoice: CryptoInvoice, payments: CryptoPayment[], now: Date): boolean {
  const { status, exception, monitorUntil } = invoice;
  if (status !== "EXPIRED" || exception === "MARKED" || now > monitorUntil) return false;
  return payments.every(({ creditedMicros }) => creditedMicros === null);
}

function decide(invoice: CryptoInvoice, payments: CryptoPayment[], input: EvaluationInput): CryptoInvoice {
  const { policy, now, expireNotBefore } = input;
  if (invoice.status !== "PENDING" && !mayStillBePaid(invoice, payments, now)) return invoice;
  const inTime = payments.filter((payment) => isLive(payment) && isInTime(invoice, payment));
  const accepted = unitsAccepted(invoice, policy);
  const confirmed = inTime.filter((payment) => isConfirmed(invoice, payment, policy));
  if (unitsOf(confirmed) >= accepted) return { ...invoice, status: "PAID", exception: "NONE" };
  if (invoice.status === "EXPIRED") return invoice;
  const received = unitsOf(inTime);
  // Only a look after the deadline can tell that nothing came before it.
  const isOver =
    now > invoice.expiresAt && invoice.checkedAt !== null && invoice.checkedAt > invoice.expiresAt;
  if (received < accepted && isOver && (!expireNotBefore || now >= expireNotBefore)) {
    return { ...invoice, status: "EXPIRED" };
  }
  return { ...invoice, exception: received > 0n && received < accepted ? "PAID_PARTIAL" : "NONE" };
}

/** The exception follows the payments; what a person marked stays. */
function explained(invoice: CryptoInvoice, payments: CryptoPayment[], policy: InvoicePolicy): CryptoInvoice {
  if (invoice.exception === "MARKED") return invoice;
  if (invoice.status === "EXPIRED") {
    return { ...invoice, exception: expiredException(invoice, payments, policy) };
  }
  if (invoice.status !== "PAID") return invoice;
  const settled = payments.filter(({ status }) => status === "SETTLED" || status === "REFUNDED");
  return { ...invoice, exception: unitsOf(settled) > invoice.unitsDue ? "PAID_OVER" : "NONE" };
}

/**
 * The whole of an invoice's life in one step: what was known and what the chain shows make the next state and what is to
 * be posted. Asked again with its own answer it changes nothing; a receipt is credited once, when it is sure.
 */
export function evaluateInvoice(input: EvaluationInput): Evaluation {
  const { view, now, currentRate, policy } = input;
  const merged = view
    ? mergeView(input.invoice, input.payments, view, policy)
    : { payments: [...input.payments], checkedAt: input.invoice.checkedAt };
  const seen = { ...input.invoice, checkedAt: merged.checkedAt };
  const current = failOverdue(seen, merged.payments.map(placed), now);
  const decided = decide(seen, current, input);
  const mayCredit = decided.status !== "PENDING" && decided.status !== "CREATED";
  const settlement = mayCredit
    ? settle(decided, current, {
        currentRate,
        policy,
        becamePaid: seen.status !== "PAID" && decided.status === "PAID",
      })
    : { payments: current, credits: [], allowanceMicros: decided.allowanceMicros, lacksRate: false };
  const { payments, credits, allowanceMicros } = settlement;
  const added = allowanceMicros - decided.allowanceMicros;
  const invoice = explained({ ...decided, allowanceMicros }, payments, policy);
  const strays = straysOf(invoice, payments, view, policy);
  const alerts = alertsOf(invoice, payments, strays, { view, now, policy, lacksRate: settlement.lacksRate });
  return {
    invoice,
    payments,
    steps: stepsBetween(input.payments, payments),
    credits,
    allowance: added > 0n ? { key: `inv:${invoice.id}:tolerance`, micros: added } : null,
    strays,
    alerts,
    words: wordsFor(invoice, payments, now, policy),
    notes: notesFor(payments, strays),
    staffAction: staffActionFor(invoice, alerts),
  };
}

function stepsBetween(
  before: readonly CryptoPayment[],
  after: readonly CryptoPayment[],
): Evaluation["steps"] {
  return after.flatMap(({ txid, index, ordinal, status }) => {
    const same = before.filter((payment) => payment.txid === txid);
    const older =
      same.find((payment) => payment.index === index && (index !== null || payment.ordinal === ordinal)) ??
      same.find((payment) => payment.index === null && payment.ordinal === ordinal);
    return statusSteps(older?.status ?? null, status).map((to) => ({ txid, index, ordinal, to }));
  });
}
