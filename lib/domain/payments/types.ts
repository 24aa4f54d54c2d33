/**
 * The port of a payment gateway: what every gateway can do, in our words. Adapters translate; nobody above them knows
 * a gateway's own statuses. Amounts are micro-units of the currency that the gateway charges in.
 */

export interface GatewayAmount {
  micros: bigint;
  /** ISO 4217, upper case: "USD", "BRL". */
  currency: string;
}

/** Why a gateway did not do what we asked. */
export type GatewayRefusalReason =
  /** Network, time limit, 429, 5xx, or an answer that is not one. The same call with the same key may be made again. */
  | "gateway_unavailable"
  /** It understood and said no; asking again changes nothing. */
  | "gateway_rejected"
  | "gateway_not_found"
  /** Our keys are wrong or lack a permission. */
  | "gateway_misconfigured"
  /** The idempotency key was used with other parameters. */
  | "gateway_key_reused"
  /** A currency it does not take, or an amount finer than the currency's smallest coin. */
  | "gateway_amount_unsupported"
  /** A method of payment it does not have. */
  | "gateway_method_unsupported";

export interface GatewayRefusal {
  ok: false;
  reason: GatewayRefusalReason;
  /** For the log and the back office, never for the customer. Holds no key and no personal data. */
  detail: string;
  /** The gateway may have done it although no answer came: ask before concluding anything. */
  mayHaveHappened: boolean;
}

export type GatewayResult<T extends object> = ({ ok: true } & T) | GatewayRefusal;

/** "hosted" is the gateway's own page (Stripe Checkout, Checkout Pro); "pix" is a QR code that we show. */
export type GatewayMethod = "hosted" | "pix";

export interface StartPayment {
  /** Our row's id: every object at the gateway carries it. */
  reference: string;
  amount: GatewayAmount;
  /** What the payer reads on the gateway's page. */
  description: string;
  /** Where the payer comes back to, whatever happened. */
  returnUrl: string;
  /**
   * Business time, which a simulated gateway follows and which is real time in production. The gateway's own limits
   * apply (Stripe 30 minutes to 24 hours, Pix from 30 minutes). Must be the same each time the key is used again.
   */
  expiresAt: Date;
  /** Made from our row, never random: a second call with it gives the first call's payment. */
  idempotencyKey: string;
  customerEmail: string;
  method: GatewayMethod;
}

export interface PixCode {
  /** BR Code, the text of "Pix copia e cola". */
  copyPaste: string;
  /** PNG of the QR code, base64 without a data: prefix. */
  qrPngBase64: string;
  expiresAt: Date;
  /** The gateway's own page with the same code, where it has one. */
  pageUrl: string | null;
}

export interface StartedPayment {
  externalId: string;
  redirectUrl?: string;
  pix?: PixCode;
}

/** DETECTED: the payer did their part and the money is on its way (delayed methods, reviews). */
export type GatewayPaymentStatus = "PENDING" | "DETECTED" | "SETTLED" | "FAILED" | "EXPIRED" | "CANCELED";

/** One time that money came in. A preference that is paid twice has two. */
export interface GatewayReceipt {
  /** The gateway's id of this money; the ledger key is made from it. */
  id: string;
  amount: GatewayAmount;
  at: Date;
}

export interface GatewayRefund {
  id: string;
  amount: GatewayAmount;
  status: "PENDING" | "SUCCEEDED" | "FAILED";
  at: Date;
}

export interface GatewayDispute {
  id: string;
  amount: GatewayAmount;
  /** WARNING is an inquiry: no money has moved. */
  status: "WARNING" | "OPEN" | "WON" | "LOST";
  fundsWithdrawn: boolean;
  fundsReinstated: boolean;
  reason: string;
  respondBy: Date | null;
  at: Date;
}

/** What the gateway says now about one payment of ours. */
export interface GatewayPayment {
  gateway: string;
  externalId: string;
  /** The reference we gave; null when the object is not one of ours. */
  reference: string | null;
  status: GatewayPaymentStatus;
  /** What was asked for. */
  amount: GatewayAmount;
  receipts: GatewayReceipt[];
  refunds: GatewayRefund[];
  disputes: GatewayDispute[];
  isLive: boolean;
  /** The gateway's own word for the last failure, for the back office. */
  failure: string | null;
  /** The gateway's answer with personal data and secrets masked. */
  raw: unknown;
}

export interface RefundPayment {
  externalId: string;
  amount: GatewayAmount;
  idempotencyKey: string;
  /** Which receipt is paid back, where there are several; the first otherwise. */
  receiptId?: string;
}

/** A payment is asked for by any id the gateway told us (payment, refund, dispute), or by our own reference. */
export type PaymentLookup = { id: string } | { reference: string };

/** A webhook as it came in. */
export interface WebhookRequest {
  /** The exact bytes as text: a parsed and rewritten body has another signature. */
  rawBody: string;
  /** By lower-case name. */
  headers: Readonly<Record<string, string | undefined>>;
  /** The query of the address that was called. */
  query: Readonly<Record<string, string | undefined>>;
  /** Real time (signatures never follow the business clock). */
  now: Date;
}

export type GatewayEventKind = "payment" | "refund" | "dispute" | "other";

/** A hint that something changed. It is never believed: the payment is asked for by `objectId`. */
export interface GatewayEvent {
  /** Unique per gateway: the same event delivered again has the same. */
  eventId: string;
  kind: GatewayEventKind;
  /** The gateway's own name, such as "checkout.session.completed". */
  type: string;
  objectId: string;
  /** Our reference, where the event tells it. */
  reference: string | null;
  occurredAt: Date;
  /** True when the signature could not be checked and the configuration only observes. */
  isUnsigned: boolean;
}

export type WebhookRefusalReason =
  | "signature_missing"
  | "signature_wrong"
  | "stale"
  | "from_future"
  | "body_unreadable";

export type WebhookVerdict =
  | { ok: true; event: GatewayEvent }
  | { ok: false; reason: WebhookRefusalReason; detail: string };

export interface EventPage {
  events: GatewayEvent[];
  /** Where to go on next time; give it back unchanged. */
  cursor: string;
  hasMore: boolean;
}

export type GatewayMovementKind =
  | "receipt"
  | "refund"
  | "refund_reversed"
  | "dispute_withdrawn"
  | "dispute_reinstated";

/** One line of the gateway's own books, for comparing them with ours. */
export interface GatewayMovement {
  kind: GatewayMovementKind;
  /** The gateway's id of the charge, payment, refund or dispute. */
  objectId: string;
  /** Our reference, where the line tells it: receipts always do. */
  reference: string | null;
  /** Always positive; the kind says the direction. */
  amount: GatewayAmount;
  /** What the gateway kept of it, in the same currency. */
  feeMicros: bigint;
  at: Date;
}

export interface Period {
  from: Date;
  /** Not included. */
  to: Date;
}

/** Seconds that a webhook's signature may be old, or ahead. */
export const WEBHOOK_TOLERANCE_SECONDS = 300;
