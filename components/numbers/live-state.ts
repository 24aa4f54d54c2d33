import type { OrderView } from "@/lib/domain/numbers/types";

export interface WalletState {
  available: string;
  held: string;
  currency: string;
}

/** What the open page knows: the running activations, the wallet, and how far this clock is from the server's. */
export interface LiveState {
  orders: OrderView[];
  balance: WalletState;
  /** News that were not read; at most 100. */
  unread: number;
  /** Server business time minus the browser's clock, in milliseconds. */
  skewMs: number;
  /** When this was last confirmed, by the browser's clock. */
  confirmedAt: number;
}

/** The same shapes come from the stream and from the poll. */
export interface LiveMessage {
  type: string;
  now?: string;
  order?: OrderView | null;
  balance?: WalletState;
  unread?: number;
}

const LIVE = new Set(["PENDING", "ACTIVE"]);

export function isLive(order: OrderView): boolean {
  return LIVE.has(order.status);
}

function skewOf(now: string | undefined, browserNow: number, known: number): number {
  return now ? new Date(now).getTime() - browserNow : known;
}

/** Puts one message into the state: an order replaces its older self and stays in its place; a new one comes first. */
export function applyMessage(state: LiveState, message: LiveMessage, browserNow: number): LiveState {
  const { order } = message;
  const known = order ? state.orders.some((other) => other.id === order.id) : false;
  const orders = !order
    ? state.orders
    : known
      ? state.orders.map((other) => (other.id === order.id ? order : other))
      : [order, ...state.orders];
  return {
    orders,
    balance: message.balance ?? state.balance,
    unread: message.unread ?? state.unread,
    skewMs: skewOf(message.now, browserNow, state.skewMs),
    confirmedAt: browserNow,
  };
}

/** A whole answer of the poll. Orders that ended while it was open stay on the page until the person leaves. */
export function applySnapshot(
  state: LiveState,
  snapshot: { now: string; orders: OrderView[]; balance: WalletState; unread: number },
  browserNow: number,
): LiveState {
  const fresh = new Map(snapshot.orders.map((order) => [order.id, order]));
  const kept = state.orders.filter((order) => !isLive(order) && !fresh.has(order.id));
  return {
    orders: [...snapshot.orders, ...kept],
    balance: snapshot.balance,
    unread: snapshot.unread,
    skewMs: skewOf(snapshot.now, browserNow, state.skewMs),
    confirmedAt: browserNow,
  };
}
