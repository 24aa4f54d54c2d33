import { randomBytes } from "node:crypto";

/** The objects as the API shows them (2026-10-28), with the fields that merchants read. Amounts in the smallest coin. */

type Metadata = Record<string, string>;

export interface Session {
  id: string;
  object: "checkout.session";
  mode: "payment";
  status: "open" | "complete" | "expired";
  payment_status: "unpaid" | "paid";
  amount_subtotal: number;
  amount_total: number;
  currency: string;
  client_reference_id: string | null;
  customer_email: string | null;
  metadata: Metadata;
  success_url: string | null;
  cancel_url: string | null;
  url: string | null;
  created: number;
  expires_at: number;
  livemode: false;
  payment_intent: string | null;
  payment_method_types: string[];
}

export interface Intent {
  id: string;
  object: "payment_intent";
  amount: number;
  amount_received: number;
  currency: string;
  status: "requires_payment_method" | "processing" | "succeeded" | "canceled";
  latest_charge: string | null;
  last_payment_error: {
    type: "card_error";
    code: string;
    decline_code: string | null;
    message: string;
  } | null;
  metadata: Metadata;
  created: number;
  livemode: false;
}

export interface Charge {
  id: string;
  object: "charge";
  amount: number;
  amount_captured: number;
  amount_refunded: number;
  currency: string;
  status: "succeeded" | "pending" | "failed";
  paid: boolean;
  captured: boolean;
  refunded: boolean;
  disputed: boolean;
  payment_intent: string;
  balance_transaction: string | null;
  payment_method_details: { type: string; card?: { brand: string; last4: string } };
  metadata: Metadata;
  created: number;
  livemode: false;
}

export interface Refund {
  id: string;
  object: "refund";
  amount: number;
  currency: string;
  status: "pending" | "succeeded" | "failed";
  failure_reason: string | null;
  payment_intent: string;
  charge: string;
  reason: string | null;
  metadata: Metadata;
  balance_transaction: string | null;
  created: number;
}

export interface Dispute {
  id: string;
  object: "dispute";
  amount: number;
  currency: string;
  status: "warning_needs_response" | "warning_closed" | "needs_response" | "won" | "lost";
  reason: string;
  charge: string;
  payment_intent: string;
  balance_transactions: BalanceTransaction[];
  evidence_details: { due_by: number; has_evidence: boolean; past_due: boolean; submission_count: number };
  is_charge_refundable: boolean;
  metadata: Metadata;
  created: number;
  livemode: false;
}

export interface BalanceTransaction {
  id: string;
  object: "balance_transaction";
  amount: number;
  fee: number;
  net: number;
  currency: string;
  type: "charge" | "refund" | "refund_failure" | "adjustment";
  reporting_category: "charge" | "refund" | "refund_failure" | "dispute" | "dispute_reversal";
  source: string;
  status: "available";
  created: number;
  available_on: number;
}

export interface StripeEvent {
  id: string;
  object: "event";
  api_version: string;
  created: number;
  type: string;
  livemode: false;
  pending_webhooks: number;
  request: { id: null; idempotency_key: null };
  data: { object: unknown };
}

/** "re" -> "re_5f1c…". Real ids are longer for sessions; nobody may rely on a length. */
export const newId = (prefix: string) => `${prefix}_${randomBytes(12).toString("hex")}`;
