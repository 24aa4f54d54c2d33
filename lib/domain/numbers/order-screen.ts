import type { OrderFacts } from "./order-state";
import type { ScreenState, TimelineEvent, TimelineKind } from "./types";

/** Waiting for another SMS: one was asked for, and nothing came since. */
function awaitsAnother(order: OrderFacts): boolean {
  const { resendRequestedAt, lastMessageReceivedAt } = order;
  if (!resendRequestedAt) return false;
  return !lastMessageReceivedAt || lastMessageReceivedAt < resendRequestedAt;
}

/** The one word for a state and its facts. */
export function screenState(order: OrderFacts): ScreenState {
  switch (order.status) {
    case "PENDING":
      return order.closingAt ? "canceling" : "connecting";
    case "ACTIVE":
      if (order.closingAt) return "canceling";
      if (!order.firstCodeAt) return "waiting";
      return awaitsAnother(order) ? "waiting_another" : "code_received";
    case "COMPLETED":
      return "finished";
    case "CANCELED":
      return order.closeReason === "USED" ? "used" : "canceled";
    case "EXPIRED":
      return "expired";
    case "FAILED":
      return "failed";
  }
}

export interface TimelineFacts {
  startAt: Date;
  activatedAt: Date | null;
  firstCodeAt: Date | null;
  resendRequestedAt: Date | null;
  closingAt: Date | null;
  endAt: Date | null;
  refundedAt: Date | null;
  lateCodeAt: Date | null;
  /** Messages that are no first code. */
  messageTimes: Date[];
}

/** What happened, oldest first; at the same moment in the order of cause and effect. */
export function timelineOf(facts: TimelineFacts): TimelineEvent[] {
  const known: [TimelineKind, Date | null][] = [
    ["requested", facts.startAt],
    ["activated", facts.activatedAt],
    ...facts.messageTimes.map((at): [TimelineKind, Date] => ["message", at]),
    ["code", facts.firstCodeAt],
    ["resend", facts.resendRequestedAt],
    ["closing", facts.closingAt],
    ["ended", facts.endAt],
    ["refunded", facts.refundedAt],
    ["late", facts.lateCodeAt],
  ];
  return known
    .filter((entry): entry is [TimelineKind, Date] => entry[1] !== null)
    .sort(([, a], [, b]) => a.getTime() - b.getTime())
    .map(([kind, at]) => ({ kind, at: at.toISOString() }));
}
