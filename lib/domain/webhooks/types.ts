import { ALL_EVENTS, EVENT_GROUPS, type FORMATS } from "./event-types";

export type WebhookFormat = (typeof FORMATS)[number];
export type WebhookEvent = (typeof ALL_EVENTS)[number];
export type WebhookEventGroup = keyof typeof EVENT_GROUPS;

/** For forms, which know types alone. */
export const WEBHOOK_EVENT_GROUPS = EVENT_GROUPS;
export const WEBHOOK_EVENTS: readonly WebhookEvent[] = ALL_EVENTS;

export type WebhookDisabledReason = "CUSTOMER" | "GONE" | "FAILING";
export type WebhookDeliveryStatus = "QUEUED" | "RETRYING" | "DELIVERED" | "FAILED" | "DISABLED";

/** Stable words for a try that did not succeed. */
export type AttemptError =
  | "address_refused"
  | "port_refused"
  | "unknown_host"
  | "connection_failed"
  | "tls_failed"
  | "timeout"
  | "response_too_large"
  | "redirect"
  | "status";

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
