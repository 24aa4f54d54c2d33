import { parseDecimal } from "@/lib/domain/kernel/money";
import type { OrderMessage, OrderView } from "@/lib/domain/numbers/types";
import { amount, numericId } from "./answers";
import { ANY } from "./names";

/** The protocol's names of what an order was for. */
export interface OrderNames {
  /** By the service's code. */
  products: ReadonlyMap<string, string>;
  /** By the country's ISO code. */
  countries: ReadonlyMap<string, string>;
}

/** How long an order lives that has no end yet, being connected. */
const WINDOW_MS = 900_000;

/** The protocol's word for a state. */
export function statusOf({ screen, code }: Pick<OrderView, "screen" | "code">): string {
  switch (screen) {
    case "connecting":
    case "waiting":
      return "PENDING";
    case "code_received":
    case "waiting_another":
      return "RECEIVED";
    case "canceling":
      return code === null ? "PENDING" : "RECEIVED";
    case "finished":
      return "FINISHED";
    case "used":
      return "BANNED";
    case "expired":
      return "TIMEOUT";
    case "canceled":
    case "failed":
      return "CANCELED";
  }
}

function smsOf(message: OrderMessage) {
  return {
    id: numericId(message.id),
    created_at: message.receivedAt,
    date: message.receivedAt,
    sender: message.from,
    text: message.text,
    code: message.code ?? "",
  };
}

/** The order's own SMS: the protocol drops those of other services. */
export function smsListOf(order: OrderView) {
  return order.messages.filter(({ isForeign }) => !isForeign).map(smsOf);
}

function costOf({ price, refunded }: OrderView): bigint {
  return (parseDecimal(price) ?? 0n) - (parseDecimal(refunded ?? "0") ?? 0n);
}

/** An order in the protocol's shape and order of fields. */
export function orderAnswer(order: OrderView, names: OrderNames) {
  const sms = smsListOf(order);
  const expires = order.expiresAt ?? new Date(Date.parse(order.createdAt) + WINDOW_MS).toISOString();
  return {
    id: order.number,
    phone: order.phoneE164 ?? "",
    operator: order.operator?.code ?? ANY,
    product: names.products.get(order.service.code) ?? order.service.slug,
    price: amount(costOf(order)),
    status: statusOf(order),
    expires,
    sms: sms.length > 0 ? sms : null,
    created_at: order.createdAt,
    forwarding: false,
    forwarding_number: "",
    country: names.countries.get(order.country.iso2) ?? order.country.iso2.toLowerCase(),
  };
}
