import {
  type BalanceTransaction,
  type Charge,
  type Dispute,
  type Intent,
  newId,
  type Refund,
  type Session,
} from "./objects";

/** Each object as it is when it begins. `now` is in seconds of business time. */

const A_WEEK = 7 * 86_400;

export function newRefund(charge: Charge, amount: number, status: Refund["status"], now: number): Refund {
  return {
    id: newId("re"),
    object: "refund",
    amount,
    currency: charge.currency,
    status,
    failure_reason: null,
    payment_intent: charge.payment_intent,
    charge: charge.id,
    reason: null,
    metadata: {},
    balance_transaction: null,
    created: now,
  };
}

export function newDispute(charge: Charge, isInquiry: boolean, now: number): Dispute {
  return {
    id: newId("du"),
    object: "dispute",
    amount: charge.amount,
    currency: charge.currency,
    status: isInquiry ? "warning_needs_response" : "needs_response",
    reason: "fraudulent",
    charge: charge.id,
    payment_intent: charge.payment_intent,
    balance_transactions: [],
    evidence_details: { due_by: now + A_WEEK, has_evidence: false, past_due: false, submission_count: 0 },
    is_charge_refundable: isInquiry,
    metadata: {},
    created: now,
    livemode: false,
  };
}

export function newIntent(session: Session, now: number): Intent {
  return {
    id: newId("pi"),
    object: "payment_intent",
    amount: session.amount_total,
    amount_received: 0,
    currency: session.currency,
    status: "requires_payment_method",
    latest_charge: null,
    last_payment_error: null,
    metadata: session.metadata,
    created: now,
    livemode: false,
  };
}

export function newCharge(intent: Intent, method: Charge["payment_method_details"], now: number): Charge {
  const { amount, currency } = intent;
  return {
    id: newId("ch"),
    object: "charge",
    amount,
    amount_captured: amount,
    amount_refunded: 0,
    currency,
    status: "succeeded",
    paid: true,
    captured: true,
    refunded: false,
    disputed: false,
    payment_intent: intent.id,
    balance_transaction: null,
    payment_method_details: method,
    metadata: intent.metadata,
    created: now,
    livemode: false,
  };
}

type Booked = Pick<
  BalanceTransaction,
  "amount" | "fee" | "currency" | "type" | "reporting_category" | "source"
>;

export function newBalanceTransaction(booked: Booked, created: number): BalanceTransaction {
  return {
    ...booked,
    id: newId("txn"),
    object: "balance_transaction",
    net: booked.amount - booked.fee,
    status: "available",
    created,
    available_on: created,
  };
}
