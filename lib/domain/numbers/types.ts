import type { CloseReason, OrderFacts } from "./order-state";

/** The word on the screen; how each comes about is in order-screen.ts. */
export type ScreenState =
  | "connecting"
  | "waiting"
  | "code_received"
  | "waiting_another"
  | "finished"
  | "canceled"
  | "used"
  | "expired"
  | "failed"
  | "canceling";

export type TimelineKind =
  | "requested"
  | "activated"
  | "message"
  | "code"
  | "resend"
  | "closing"
  | "ended"
  | "refunded"
  | "late";

export interface TimelineEvent {
  /** ISO, business time. */
  at: string;
  kind: TimelineKind;
}

export interface OrderMessage {
  id: string;
  from: string;
  /** In clear; what belongs to another service is shown with its digits masked. */
  text: string;
  code: string | null;
  receivedAt: string;
  isForeign: boolean;
  isLate: boolean;
}

/** One order as pages, stream and API show it. Dates are ISO strings in business time, money decimal strings. */
export interface OrderView {
  id: string;
  number: number;
  kind: OrderFacts["kind"];
  status: OrderFacts["status"];
  screen: ScreenState;
  service: { slug: string; code: string; name: string };
  /** `legacyId` is the SMS-Activate protocol's number. */
  country: { iso2: string; name: string; phoneCode: string; legacyId: number };
  /** The mobile operator of the number, where it is known. */
  operator: { code: string; name: string } | null;
  phoneE164: string | null;
  price: string;
  currency: string;
  /** The newest code, while and after the order had one. */
  code: string | null;
  messages: OrderMessage[];
  createdAt: string;
  activatedAt: string | null;
  cancelableAt: string | null;
  expiresAt: string | null;
  endAt: string | null;
  closing: boolean;
  canCancel: boolean;
  canFinish: boolean;
  canRequestAnother: boolean;
  canReportUsed: boolean;
  /** Given back after the code; null when nothing was. */
  refunded: string | null;
  /** A code came after the refund; it is kept sealed. */
  lateCode: boolean;
  timeline: TimelineEvent[];
  /** The number came from a simulated supplier. */
  isSimulated: boolean;
}

/** An order with what only staff see; codes and texts stay with the customer. */
export interface StaffOrderView extends OrderView {
  user: { id: string; username: string };
  provider: { code: string; name: string };
  upstreamOrderId: string | null;
  cost: string;
  /** What the supplier charged although the customer paid nothing. */
  loss: string;
}

export interface OrderPage<T extends OrderView = OrderView> {
  orders: T[];
  page: number;
  pageSize: number;
  total: number;
}

/** "duplicate": stored before. "unclaimed": nobody held the number. "foreign": another service's. "late": after the end. */
type ReceiveOutcome = "delivered" | "duplicate" | "unclaimed" | "late" | "foreign";

export interface Received {
  outcome: ReceiveOutcome;
  messageId: string;
  orderId?: string;
}

/** One order with everything that staff may see; the words of its messages stay with the customer. */
export interface StaffOrderDetail extends StaffOrderView {
  facts: {
    operator: string | null;
    phoneNumberId: string | null;
    closeReason: CloseReason | null;
    closingReason: CloseReason | null;
    idempotencyScope: string;
    idempotencyKey: string;
    apiKeyId: string | null;
    projectId: string | null;
    isSandbox: boolean;
    isDemoHistory: boolean;
    messageCount: number;
    firstCodeAt: string | null;
    lastMessageReceivedAt: string | null;
    resendRequestedAt: string | null;
    resolveBy: string | null;
    closingAt: string | null;
    refundedAt: string | null;
    lateCodeAt: string | null;
    watchUntil: string | null;
    reactivationOfId: string | null;
    reactivationCount: number;
    ipAddress: string | null;
    createdAt: string;
    updatedAt: string;
    providerId: string;
    serviceId: string;
    countryId: string;
  };
  received: {
    id: string;
    source: string;
    providerMessageId: string;
    from: string;
    to: string;
    segments: number;
    cost: string;
    sentAt: string | null;
    deliveredAt: string | null;
    receivedAt: string;
    isForeign: boolean;
    isLate: boolean;
    status: "PENDING" | "SENT" | "DELIVERED" | "FAILED" | "RECEIVED";
  }[];
  hold: {
    id: string;
    status: "PENDING" | "CAPTURED" | "VOIDED";
    amount: string;
    captured: string;
    /** The ledger transaction that placed it. */
    placedBy: string;
    resolvedAt: string | null;
  } | null;
  lines: {
    id: string;
    type: "DEPOSIT" | "WITHDRAWAL" | "PURCHASE" | "REFUND" | "SMS_SENT" | "SMS_RECEIVED" | "ADJUSTMENT";
    status: "PENDING" | "COMPLETED" | "FAILED";
    amount: string;
    currency: string;
    description: string | null;
    createdAt: string;
    ledgerTransactionId: string | null;
  }[];
  reactivations: { id: string; number: number }[];
}

/** What a rent through a key brings along: the order's project, and what the key may pay. */
export interface RentVia {
  projectId: string | null;
  /** Digits after the country's code that are preferred. */
  areaCode: string | null;
  /** For one number of any service, in micro-units. */
  maxPriceMicros: bigint | null;
  /** For one number of these services (by id): counts before the general one. */
  priceLimits: ReadonlyMap<string, bigint>;
}
