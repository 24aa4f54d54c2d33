import type { OrderView } from "./types";

/** Ended without a code: what was held was never taken. */
const NEVER_CHARGED: readonly string[] = ["CANCELED", "EXPIRED", "FAILED"];

/** What of an order's price is the customer's again, a decimal string in its currency: refunded, or never taken. Null: nothing. */
export function amountBack(order: Pick<OrderView, "status" | "price" | "refunded">): string | null {
  return order.refunded ?? (NEVER_CHARGED.includes(order.status) ? order.price : null);
}
