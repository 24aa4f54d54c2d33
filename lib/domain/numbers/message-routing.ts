/** An order of the number that an SMS came to. */
export interface RoutableOrder {
  orderId: string;
  serviceId: string;
}

export type MessageRoute =
  /** The order's SMS: shown, and paid when it has a code. */
  | { kind: "deliver"; orderId: string }
  /** Plainly another service's: shown without its code, never paid. */
  | { kind: "foreign"; orderId: string }
  /** For an order that ended before: kept sealed. */
  | { kind: "late"; orderId: string }
  | { kind: "unclaimed" };

/**
 * Whose SMS it is, among the running orders of its number and those that ended lately (newest first). `named` are the
 * services that it names. A number may serve several services at once.
 */
export function routeMessage(
  named: readonly string[],
  live: readonly RoutableOrder[],
  ended: readonly RoutableOrder[],
): MessageRoute {
  const single = live.length === 1 ? live[0] : undefined;
  if (named.length === 0) {
    if (single) return { kind: "deliver", orderId: single.orderId };
    const last = live.length === 0 ? ended[0] : undefined;
    return last ? { kind: "late", orderId: last.orderId } : { kind: "unclaimed" };
  }
  for (const serviceId of named) {
    const order = live.find((candidate) => candidate.serviceId === serviceId);
    if (order) return { kind: "deliver", orderId: order.orderId };
  }
  const past = ended.find(({ serviceId }) => named.includes(serviceId));
  if (past) return { kind: "late", orderId: past.orderId };
  return single ? { kind: "foreign", orderId: single.orderId } : { kind: "unclaimed" };
}
