import { type Result, refuse } from "@/lib/domain/kernel/result";

export type OrderStatus = "PENDING" | "ACTIVE" | "COMPLETED" | "CANCELED" | "EXPIRED" | "FAILED";
export type CloseReason = "USER" | "USED" | "TIMEOUT" | "SUPPLIER" | "ADMIN" | "FINISHED";

/** What of an order decides what may happen to it next. */
export interface OrderFacts {
  kind: "ACTIVATION" | "RENTAL";
  status: OrderStatus;
  closeReason: CloseReason | null;
  firstCodeAt: Date | null;
  lastMessageReceivedAt: Date | null;
  resendRequestedAt: Date | null;
  closingAt: Date | null;
  closingReason: CloseReason | null;
  cancelableAt: Date | null;
}

export type OrderEvent =
  | { kind: "activated" }
  | { kind: "code_received" }
  | { kind: "message_received" }
  | { kind: "resend_asked" }
  /** Somebody wants it closed and is about to tell the supplier. */
  | { kind: "closing_claimed"; reason: CloseReason }
  /** The supplier refused: a code is there, or it is too early. */
  | { kind: "closing_given_up" }
  /** The end, whoever asked for it. A closing that was claimed keeps its claimed reason. */
  | { kind: "closed"; reason: CloseReason };

/** What happens to the hold. */
type MoneyEffect = "none" | "capture" | "release";

export type StateRefusal =
  | "order_closed"
  | "order_pending"
  | "order_closing"
  | "has_code"
  | "no_code"
  | "conflict";

export interface Step {
  status: OrderStatus;
  closeReason: CloseReason | null;
  money: MoneyEffect;
}

const stay = (order: OrderFacts, money: MoneyEffect = "none") =>
  ({ ok: true, status: order.status, closeReason: null, money }) as const;

const ended = (status: OrderStatus, closeReason: CloseReason, money: MoneyEffect) =>
  ({ ok: true, status, closeReason, money }) as const;

export function isLive(order: Pick<OrderFacts, "status">): boolean {
  return order.status === "PENDING" || order.status === "ACTIVE";
}

/** With a code it is complete, whoever ends it; without, the reason says which end it is. */
function close(order: OrderFacts, reason: CloseReason): Step & { ok: true } {
  if (order.firstCodeAt) return ended("COMPLETED", reason === "USER" ? "FINISHED" : reason, "none");
  if (reason === "TIMEOUT") return ended("EXPIRED", reason, "release");
  return ended("CANCELED", reason === "FINISHED" ? "USER" : reason, "release");
}

/**
 * The one state machine of an activation. Says where the event leads and what becomes of the money, or why it may not
 * happen. An ended order never moves; an order is never both captured and released.
 */
export function transition(order: OrderFacts, event: OrderEvent): Result<Step, StateRefusal> {
  if (!isLive(order)) return refuse("order_closed");
  if (order.status === "PENDING") {
    if (event.kind === "activated") return { ok: true, status: "ACTIVE", closeReason: null, money: "none" };
    if (event.kind === "closed" && event.reason === "SUPPLIER") return ended("FAILED", "SUPPLIER", "release");
    return refuse("order_pending");
  }
  switch (event.kind) {
    case "activated":
      return refuse("conflict");
    case "message_received":
      return stay(order);
    case "code_received":
      return stay(order, order.firstCodeAt ? "none" : "capture");
    case "resend_asked":
      if (order.closingAt) return refuse("order_closing");
      return order.firstCodeAt ? stay(order) : refuse("no_code");
    case "closing_claimed":
      if (order.closingAt) return refuse("order_closing");
      return stay(order);
    case "closing_given_up":
      return order.closingAt ? stay(order) : refuse("conflict");
    case "closed":
      return close(order, order.closingReason ?? event.reason);
  }
}

/** Cancelling and reporting are for orders without a code. Time is another matter: see cancelableAt. */
export function canCancel(order: OrderFacts): boolean {
  return order.status === "ACTIVE" && !order.closingAt && !order.firstCodeAt;
}

export function canReportUsed(order: OrderFacts): boolean {
  return canCancel(order);
}

export function canFinish(order: OrderFacts): boolean {
  return order.status === "ACTIVE" && !order.closingAt && order.firstCodeAt !== null;
}

export function canRequestAnother(order: OrderFacts): boolean {
  return canFinish(order);
}

/** Why a person may not end the order this way just now; null when they may. */
export function closingRefusal(order: OrderFacts, reason: CloseReason): StateRefusal | null {
  const step = transition(order, { kind: "closing_claimed", reason });
  if (!step.ok) return step.reason;
  if ((reason === "USER" || reason === "USED") && order.firstCodeAt) return "has_code";
  return null;
}
