import type {
  GatewayDispute,
  GatewayPayment,
  GatewayPaymentStatus,
  GatewayRefund,
} from "@/lib/domain/payments/types";
import { maskAnswer } from "../mask";
import { fromMinorUnits } from "../minor-units";
import type { CheckoutSession, StripeDispute, StripeRefund } from "./shapes";

const time = (seconds: number) => new Date(seconds * 1_000);

/** Stripe's refund statuses; one that needs the customer's action is still on its way. */
export function readRefund(refund: StripeRefund): GatewayRefund {
  const isFailed = refund.status === "failed" || refund.status === "canceled";
  return {
    id: refund.id,
    amount: fromMinorUnits(refund.amount, refund.currency),
    status: isFailed ? "FAILED" : refund.status === "succeeded" ? "SUCCEEDED" : "PENDING",
    at: time(refund.created),
  };
}

function disputeStatus(status: string): GatewayDispute["status"] {
  if (status === "won" || status === "warning_closed" || status === "prevented") return "WON";
  if (status === "lost") return "LOST";
  return status.startsWith("warning_") ? "WARNING" : "OPEN";
}

/** The money of a dispute is in its balance transactions: the first takes, a later positive one gives back. */
export function readDispute(dispute: StripeDispute): GatewayDispute {
  const dueBy = dispute.evidence_details?.due_by;
  return {
    id: dispute.id,
    amount: fromMinorUnits(dispute.amount, dispute.currency),
    status: disputeStatus(dispute.status),
    fundsWithdrawn: dispute.balance_transactions.some(({ amount }) => amount < 0),
    fundsReinstated: dispute.balance_transactions.some(({ amount }) => amount > 0),
    reason: dispute.reason,
    respondBy: dueBy ? time(dueBy) : null,
    at: time(dispute.created),
  };
}

function paymentStatus(session: CheckoutSession): GatewayPaymentStatus {
  if (session.payment_status === "paid") return "SETTLED";
  if (session.status === "expired") return "EXPIRED";
  if (session.status !== "complete") return "PENDING";
  const intent = typeof session.payment_intent === "object" ? session.payment_intent : null;
  if (intent?.status === "canceled") return "CANCELED";
  // Complete and unpaid: a delayed method. Back at the start means that it failed.
  return intent?.status === "requires_payment_method" ? "FAILED" : "DETECTED";
}

/** A Checkout Session with its payment intent expanded, its refunds and its disputes, in our words. */
export function readPayment(
  session: CheckoutSession,
  refunds: StripeRefund[],
  disputes: StripeDispute[],
): GatewayPayment {
  const intent = typeof session.payment_intent === "object" ? session.payment_intent : null;
  const charge = typeof intent?.latest_charge === "object" ? intent.latest_charge : null;
  const currency = session.currency ?? "";
  const amount = fromMinorUnits(session.amount_total ?? 0, currency);
  const status = paymentStatus(session);
  const received =
    intent && intent.amount_received > 0 ? fromMinorUnits(intent.amount_received, currency) : amount;
  const failure = intent?.last_payment_error;
  return {
    gateway: "stripe",
    externalId: session.id,
    reference: session.client_reference_id,
    status,
    amount,
    receipts:
      status === "SETTLED"
        ? [
            {
              id: session.id,
              amount: received,
              at: time(charge?.created ?? intent?.created ?? session.created),
            },
          ]
        : [],
    refunds: refunds.map(readRefund),
    disputes: disputes.map(readDispute),
    isLive: session.livemode,
    failure: failure?.decline_code ?? failure?.code ?? null,
    raw: maskAnswer({ session, refunds, disputes }),
  };
}
