import { z } from "zod";
import { parseDecimal } from "@/lib/domain/kernel/money";
import type { GatewayAmount } from "@/lib/domain/payments/types";

/** What we read of MercadoPago's objects. The SDK turns an unreadable body into {}: these shapes notice. */
const id = z.union([z.string().min(1).max(100), z.number().int()]).transform(String);
/** "2026-11-21T10:00:00.000-03:00". */
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
/** A decimal number of JSON, read as its digits. */
const amount = z
  .number()
  .nonnegative()
  .transform((value, context) => {
    const micros = parseDecimal(String(value));
    if (micros === null) context.addIssue({ code: "custom", message: "not a plain amount" });
    return micros ?? z.NEVER;
  });

export const mpRefund = z.object({
  id,
  amount,
  status: z.string().nullish(),
  date_created: moment.nullish(),
});
export type MpRefund = z.infer<typeof mpRefund>;

export const mpPayment = z.object({
  id,
  status: z.string(),
  status_detail: z.string().nullish(),
  transaction_amount: amount,
  currency_id: z.string().length(3),
  external_reference: z.string().nullish(),
  payment_method_id: z.string().nullish(),
  date_created: moment,
  date_approved: moment.nullish(),
  date_last_updated: moment.nullish(),
  date_of_expiration: moment.nullish(),
  live_mode: z.boolean().nullish(),
  collector_id: z.number().nullish(),
  /** Set when it was paid through a preference. */
  order: z.object({ id: id.nullish() }).nullish(),
  refunds: z.array(mpRefund).nullish(),
  fee_details: z.array(z.object({ amount })).nullish(),
  point_of_interaction: z
    .object({
      transaction_data: z
        .object({
          qr_code: z.string().nullish(),
          qr_code_base64: z.string().nullish(),
          ticket_url: z.string().nullish(),
        })
        .nullish(),
    })
    .nullish(),
});
export type MpPayment = z.infer<typeof mpPayment>;

export const mpPreference = z.object({
  id: z.string().min(1),
  init_point: z.url(),
  external_reference: z.string().nullish(),
  expires: z.boolean().nullish(),
  expiration_date_to: moment.nullish(),
  collector_id: z.number().nullish(),
  items: z
    .array(
      z.object({ quantity: z.number().int().min(1), unit_price: amount, currency_id: z.string().length(3) }),
    )
    .min(1),
});
export type MpPreference = z.infer<typeof mpPreference>;

export const mpSearch = z.object({
  results: z.array(z.object({ id }).loose()),
  paging: z.object({ total: z.number(), limit: z.number(), offset: z.number() }),
});

/** What was asked for with a preference. */
export function preferenceAmount({ items }: MpPreference): GatewayAmount {
  const micros = items.reduce((sum, item) => sum + item.unit_price * BigInt(item.quantity), 0n);
  return { micros, currency: items[0]?.currency_id ?? "" };
}
