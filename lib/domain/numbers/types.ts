import type { OrderFacts } from "./order-state";

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
  country: { iso2: string; name: string; phoneCode: string };
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

/** What the overview can be asked to look at. */
export const RANGE_KEYS = ["today", "7", "30", "90", "custom"] as const;
export type RangeKey = (typeof RANGE_KEYS)[number];

/** Whole days (UTC, business time) as YYYY-MM-DD, both ends included, and as many before them to compare with. */
export interface OverviewRange {
  key: RangeKey;
  from: string;
  to: string;
  days: number;
  previousFrom: string;
  previousTo: string;
}

/** What came of activations, and what they brought. */
export interface OverviewSums {
  orders: number;
  withCode: number;
  completed: number;
  canceled: number;
  expired: number;
  failed: number;
  /** Paid by customers, less what was given back. */
  revenueMicros: bigint;
  refundedMicros: bigint;
  /** Revenue less what suppliers took, losses included. */
  marginMicros: bigint;
  /** From 0 to 1; null when nothing ended. */
  successRate: number | null;
  medianWaitSeconds: number | null;
}

export interface DaySums extends OverviewSums {
  /** YYYY-MM-DD, UTC. */
  day: string;
  newUsers: number;
}

export interface NamedSums extends OverviewSums {
  id: string;
  name: string;
}

export interface Overview {
  range: OverviewRange;
  current: OverviewSums & { newUsers: number };
  previous: OverviewSums & { newUsers: number };
  /** Every day of the range, also those without orders. */
  days: DaySums[];
  providers: NamedSums[];
  /** The most ordered. */
  services: NamedSums[];
  heldMicros: bigint;
  running: number;
  /** When the roll-ups were computed last. */
  countedAt: string | null;
}

/** Something that a person should look at; `href` is found by its kind. */
export type Attention =
  | { kind: "ledger_broken"; count: number }
  | { kind: "ledger_unchecked" }
  | { kind: "orders_overdue"; count: number }
  | { kind: "provider_failing" | "provider_paused"; id: string; name: string; error: string }
  | { kind: "provider_low_balance"; id: string; name: string; balanceMicros: bigint }
  | { kind: "job_late"; name: string; seconds: number }
  | { kind: "job_failing"; name: string; error: string }
  | { kind: "outbox_lag"; seconds: number; count: number }
  | { kind: "outbox_stuck"; count: number }
  | { kind: "policy_review"; count: number };
