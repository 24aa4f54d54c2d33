import { toDecimal } from "@/lib/domain/kernel/money";
import type { PaymentGateway } from "@/lib/domain/payments/ports";
import type { EventPage, GatewayEvent, GatewayResult, RefundPayment } from "@/lib/domain/payments/types";
import { toMinorUnits } from "../minor-units";
import { fetchPayment } from "./fetch-payment";
import { listMercadoPagoMovements } from "./movements";
import { readRefund } from "./read-payment";
import { mercadoPagoRefusal, mercadoPagoRefused } from "./refusal";
import { createMercadoPagoCaller, type MercadoPagoCaller, type MercadoPagoOptions } from "./sdk";
import { mpPayment, mpRefund, mpSearch } from "./shapes";
import { startHosted, startPix } from "./start-payment";
import { verifyMercadoPagoWebhook } from "./webhook";

const PAGE = 100;
const MEMORY = "NOW-30DAYS";

async function attempt<T extends object>(call: () => Promise<GatewayResult<T>>): Promise<GatewayResult<T>> {
  try {
    return await call();
  } catch (error) {
    return mercadoPagoRefusal(error);
  }
}

/**
 * There is no list of events: payments by the time they last changed take its place. The limits are part of the range,
 * so the last one comes again; its id is the same.
 */
async function listChanges(call: MercadoPagoCaller, cursor: string): Promise<EventPage> {
  const answer = await call(({ payment }) =>
    payment.search({
      options: {
        sort: "date_last_updated",
        criteria: "asc",
        range: "date_last_updated",
        begin_date: cursor || MEMORY,
        end_date: "NOW",
        limit: PAGE,
        offset: 0,
      },
    }),
  );
  const { results, paging } = mpSearch.parse(answer);
  const rows = results.map((row) => mpPayment.parse(row));
  const events = rows.map((row): GatewayEvent => {
    const changedAt = row.date_last_updated ?? row.date_created;
    return {
      eventId: `change:${row.id}:${changedAt.toISOString()}`,
      kind: "payment",
      type: `payment.${row.status}`,
      objectId: row.id,
      reference: row.external_reference ?? null,
      occurredAt: changedAt,
      isUnsigned: false,
    };
  });
  const last = events.at(-1)?.occurredAt.toISOString().replace("Z", "+00:00");
  return { events, cursor: last ?? cursor, hasMore: paging.total > rows.length };
}

/** MercadoPago's Checkout Pro and Pix through its own SDK 3.6.1. */
export function createMercadoPagoGateway(options: MercadoPagoOptions & { now?: () => Date }): PaymentGateway {
  const call = createMercadoPagoCaller(options);
  const context = { call, collectorId: options.collectorId, now: options.now ?? (() => new Date()) };

  /** The payment of which a receipt is given back: the id itself for Pix, found for a preference. */
  async function payable({ externalId, receiptId }: RefundPayment): Promise<GatewayResult<{ id: string }>> {
    const known = receiptId ?? (/^\d+$/.test(externalId) ? externalId : null);
    if (known) return { ok: true, id: known };
    const fetched = await fetchPayment(context, { id: externalId });
    if (!fetched.ok) return fetched;
    const id = fetched.payment.receipts[0]?.id;
    return id ? { ok: true, id } : mercadoPagoRefused("gateway_rejected", "nothing was paid");
  }

  return {
    name: "mercadopago",
    currencies: ["BRL"],
    methods: ["hosted", "pix"],
    async startPayment(input) {
      if (toMinorUnits(input.amount) === null || input.amount.currency !== "BRL")
        return mercadoPagoRefused("gateway_amount_unsupported", input.amount.currency);
      const start = input.method === "pix" ? startPix : startHosted;
      return attempt(() => start(call, input, options.notificationUrl));
    },
    fetchPayment: (lookup) => attempt(() => fetchPayment(context, lookup)),
    async refund(input) {
      if (toMinorUnits(input.amount) === null)
        return mercadoPagoRefused("gateway_amount_unsupported", input.amount.currency);
      return attempt(async () => {
        const target = await payable(input);
        if (!target.ok) return target;
        const answer = await call(
          ({ refund }) =>
            refund.create({
              payment_id: target.id,
              body: { amount: Number(toDecimal(input.amount.micros)) },
            }),
          input.idempotencyKey,
        );
        return {
          ok: true,
          refund: readRefund(mpRefund.parse(answer), input.amount.currency, context.now()),
        };
      });
    },
    verifyWebhook: (request) => verifyMercadoPagoWebhook(options, request),
    listMovements: (period) =>
      attempt(async () => ({ ok: true, movements: await listMercadoPagoMovements(call, period) })),
    listEventsSince: (cursor) =>
      attempt(async () => ({ ok: true, ...(await listChanges(call, cursor ?? "")) })),
  };
}
