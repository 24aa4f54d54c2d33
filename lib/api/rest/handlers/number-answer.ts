import type { z } from "@hono/zod-openapi";
import type { OrderView } from "@/lib/domain/numbers/types";
import type { message, rentedNumber } from "../schemas/numbers";

function messageAnswer(view: OrderView["messages"][number]): z.input<typeof message> {
  const { id, from, text, code, receivedAt, isForeign } = view;
  return { id, from, text, code, receivedAt, isForeign };
}

/** An order as the API tells it; field by field, so that nothing new leaks out by itself. */
export function numberAnswer(order: OrderView, isSandbox: boolean): z.input<typeof rentedNumber> {
  const money = (amount: string) => ({ amount, currency: order.currency });
  return {
    id: order.id,
    number: order.number,
    state: order.screen,
    service: { slug: order.service.slug, code: order.service.code, name: order.service.name },
    country: { iso2: order.country.iso2, name: order.country.name, phoneCode: order.country.phoneCode },
    phone: order.phoneE164,
    price: money(order.price),
    refunded: order.refunded === null ? null : money(order.refunded),
    code: order.code,
    messages: order.messages.map(messageAnswer),
    createdAt: order.createdAt,
    activatedAt: order.activatedAt,
    cancelableAt: order.cancelableAt,
    expiresAt: order.expiresAt,
    endedAt: order.endAt,
    can: {
      cancel: order.canCancel,
      finish: order.canFinish,
      requestAnother: order.canRequestAnother,
      reportUsed: order.canReportUsed,
    },
    isSandbox,
  };
}
