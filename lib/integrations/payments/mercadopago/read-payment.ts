import { toDecimal } from "@/lib/domain/kernel/money";
import type {
  GatewayDispute,
  GatewayPayment,
  GatewayPaymentStatus,
  GatewayRefund,
} from "@/lib/domain/payments/types";
import { maskAnswer } from "../mask";
import { type MpPayment, type MpPreference, type MpRefund, preferenceAmount } from "./shapes";

/** The money came in, whatever happened to it afterwards. */
const RECEIVED = new Set(["approved", "refunded", "charged_back", "in_mediation"]);

/** What may still become of it is not decided. */
const OPEN = new Set(["in_process", "authorized", "pending"]);

export const isReceived = ({ status }: MpPayment) => RECEIVED.has(status);

const amountOf = (payment: MpPayment) => ({
  micros: payment.transaction_amount,
  currency: payment.currency_id,
});

export function readRefund(refund: MpRefund, currency: string, fallback: Date): GatewayRefund {
  const isFailed = refund.status === "rejected" || refund.status === "cancelled";
  const isPending = refund.status === "in_process" || refund.status === "authorized";
  return {
    id: refund.id,
    amount: { micros: refund.amount, currency },
    status: isFailed ? "FAILED" : isPending ? "PENDING" : "SUCCEEDED",
    at: refund.date_created ?? fallback,
  };
}

/** A chargeback is a status of the payment: in_process, then settled (lost) or reimbursed (won). */
function readDispute(payment: MpPayment): GatewayDispute | null {
  const { status, status_detail: detail } = payment;
  if (status !== "charged_back" && status !== "in_mediation") return null;
  const isChargedBack = status === "charged_back";
  const outcome = detail === "reimbursed" ? "WON" : detail === "settled" ? "LOST" : "OPEN";
  return {
    id: payment.id,
    amount: amountOf(payment),
    status: isChargedBack ? outcome : "WARNING",
    fundsWithdrawn: isChargedBack,
    fundsReinstated: isChargedBack && outcome === "WON",
    reason: detail ?? status,
    respondBy: null,
    at: payment.date_last_updated ?? payment.date_created,
  };
}

/** A payment of a preference may be refused and tried again; a Pix payment is what it is. */
function unpaidStatus(
  payments: MpPayment[],
  preference: MpPreference | null,
  now: Date,
): GatewayPaymentStatus {
  if (payments.some(({ status }) => status === "in_process" || status === "authorized")) return "DETECTED";
  if (payments.some(({ status }) => status === "pending")) return "PENDING";
  if (preference) {
    const endsAt = preference.expires ? preference.expiration_date_to : null;
    return endsAt && endsAt <= now ? "EXPIRED" : "PENDING";
  }
  const last = payments.at(-1);
  if (!last || last.order?.id) return "PENDING";
  if (last.status === "cancelled") return last.status_detail === "expired" ? "EXPIRED" : "CANCELED";
  return last.status === "rejected" ? "FAILED" : "PENDING";
}

interface Answers {
  externalId: string;
  reference: string | null;
  preference: MpPreference | null;
  /** Every payment with our reference, oldest first. */
  payments: MpPayment[];
  now: Date;
}

/** Everything that was paid for one reference of ours, in our words. */
export function readPayment({
  externalId,
  reference,
  preference,
  payments,
  now,
}: Answers): GatewayPayment | null {
  const asked = preference ? preferenceAmount(preference) : payments[0] && amountOf(payments[0]);
  if (!asked) return null;
  const received = payments.filter(isReceived);
  // A refused try is no failure while another one is still looked at or waits for its money.
  const isOpen = payments.some(({ status }) => OPEN.has(status));
  const failed = isOpen
    ? undefined
    : payments.findLast(({ status }) => status === "rejected" || status === "cancelled");
  return {
    gateway: "mercadopago",
    externalId,
    reference,
    status: received.length > 0 ? "SETTLED" : unpaidStatus(payments, preference, now),
    amount: asked,
    receipts: received.map((payment) => ({
      id: payment.id,
      amount: amountOf(payment),
      at: payment.date_approved ?? payment.date_created,
    })),
    refunds: received.flatMap((payment) =>
      (payment.refunds ?? []).map((refund) => readRefund(refund, payment.currency_id, payment.date_created)),
    ),
    disputes: received.map(readDispute).filter((dispute) => dispute !== null),
    isLive: payments.some(({ live_mode: live }) => live === true),
    failure: received.length === 0 ? (failed?.status_detail ?? null) : null,
    raw: maskAnswer({ preference: printable(preference), payments: payments.map(printable) }),
  };
}

/** Amounts as the decimals they came as, times as text. */
function printable(answer: MpPayment | MpPreference | null): unknown {
  return JSON.parse(
    JSON.stringify(answer, (_, value: unknown) => (typeof value === "bigint" ? toDecimal(value) : value)),
  );
}
