export const WEBHOOK_FORMATS = ["STANDARD", "SMS_ACTIVATE"] as const;
export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number];

/** What an endpoint can be told, group by group, in the order in which forms show it. */
export const WEBHOOK_EVENT_GROUPS = {
  numbers: [
    "sms.received",
    "order.completed",
    "order.canceled",
    "order.expired",
    "refund.settled",
    "rental.expiring",
  ],
  money: [
    "balance.low",
    "limit.warning",
    "invoice.paid",
    "invoice.partly_paid",
    "invoice.paid_late",
    "invoice.expired",
    "invoice.canceled",
  ],
  subscriptions: [
    "subscription.started",
    "subscription.renewed",
    "subscription.renewal_due",
    "subscription.renewal_failed",
    "subscription.traffic_low",
    "subscription.ended",
  ],
} as const;

export type WebhookEventGroup = keyof typeof WEBHOOK_EVENT_GROUPS;
type GroupedEvent = (typeof WEBHOOK_EVENT_GROUPS)[WebhookEventGroup][number];

/** "ping" is sent by hand alone. */
export type WebhookEvent = GroupedEvent | "ping";

export const CHOSEN_EVENTS: readonly GroupedEvent[] = Object.values(WEBHOOK_EVENT_GROUPS).flat();
export const WEBHOOK_EVENTS: readonly WebhookEvent[] = [...CHOSEN_EVENTS, "ping"];

/** The format of SMS-Activate knows messages alone. */
export const SMS_ACTIVATE_EVENTS: readonly WebhookEvent[] = ["sms.received"];

export type WebhookDisabledReason = "CUSTOMER" | "GONE" | "FAILING";
export type WebhookDeliveryStatus = "QUEUED" | "RETRYING" | "DELIVERED" | "FAILED" | "DISABLED";

/** Stable words for a try that did not succeed. */
export const ATTEMPT_ERRORS = [
  "address_refused",
  "port_refused",
  "unknown_host",
  "connection_failed",
  "tls_failed",
  "timeout",
  "response_too_large",
  "redirect",
  "status",
] as const;
export type AttemptError = (typeof ATTEMPT_ERRORS)[number];

/** An endpoint as its owner sees it. Dates are ISO strings. The secret is shown where it is made, never again. */
export interface EndpointView {
  id: string;
  project: { id: string; name: string } | null;
  url: string;
  description: string;
  format: WebhookFormat;
  events: string[];
  isSandbox: boolean;
  disabledAt: string | null;
  disabledReason: WebhookDisabledReason | null;
  failingSince: string | null;
  failuresInRow: number;
  warnings: number;
  lastSuccessAt: string | null;
  lastFailureAt: string | null;
  /** While a rotation overlaps: until when the secret before it signs too. */
  previousSecretUntil: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface DeliveryLine {
  id: string;
  /** What travels as webhook-id. */
  messageId: string;
  eventType: string;
  status: WebhookDeliveryStatus;
  attemptCount: number;
  lastStatusCode: number | null;
  lastErrorCode: string | null;
  isTest: boolean;
  createdAt: string;
  nextAttemptAt: string | null;
  finishedAt: string | null;
}

/** An endpoint as staff see it. */
export interface StaffEndpointView extends EndpointView {
  user: { id: string; username: string };
  /** Messages that have not arrived and are not given up. */
  waiting: number;
}

/** A message as staff see it: where it was to go and how it fared, never what is in it. */
export interface StaffDeliveryLine extends DeliveryLine {
  url: string;
  user: { id: string; username: string };
}

export interface AttemptView {
  id: string;
  number: number;
  startedAt: string;
  durationMs: number;
  requestHeaders: Record<string, string>;
  statusCode: number | null;
  responseHeaders: Record<string, string>;
  /** The beginning of it; null when nothing came back. */
  responseBody: string | null;
  isResponseCut: boolean;
  errorCode: string | null;
}

export interface DeliveryView extends DeliveryLine {
  endpointId: string;
  /** What was sent, indented for reading. */
  body: string;
  attempts: AttemptView[];
}
