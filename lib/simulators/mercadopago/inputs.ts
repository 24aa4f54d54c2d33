import { z } from "zod";

/** A price in JSON with at most two decimals, in centavos. */
const price = z
  .number()
  .positive()
  .max(9_999_999)
  .transform((value, context) => {
    const cents = Math.round(value * 100);
    if (Math.abs(value * 100 - cents) > 1e-6) context.addIssue({ code: "custom", message: "too fine" });
    return cents;
  });
const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const link = z.url().max(500);

/** POST /checkout/preferences/, as far as it is simulated. */
export const preferenceInput = z.object({
  items: z
    .array(
      z.object({
        id: z.string().default(""),
        title: z.string().min(1),
        quantity: z.number().int().min(1),
        unit_price: price,
        currency_id: z.string().length(3).default("BRL"),
      }),
    )
    .min(1),
  external_reference: z.string().max(256).optional(),
  notification_url: link.optional(),
  back_urls: z
    .object({ success: link.optional(), pending: link.optional(), failure: link.optional() })
    .default({}),
  auto_return: z.enum(["approved", "all"]).optional(),
  expires: z.boolean().default(false),
  expiration_date_to: moment.optional(),
});

/** POST /v1/payments: Pix alone, for card data never touch us. */
export const paymentInput = z.object({
  transaction_amount: price,
  payment_method_id: z.literal("pix"),
  payer: z.object({ email: z.email() }),
  description: z.string().default(""),
  external_reference: z.string().max(256).optional(),
  notification_url: link.optional(),
  date_of_expiration: moment.optional(),
});

export const refundInput = z.object({ amount: price.optional() });
export const cancelInput = z.object({ status: z.literal("cancelled") });
