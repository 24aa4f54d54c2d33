import { z } from "@hono/zod-openapi";

/** 0.35 USD. Never a number: binary fractions cannot hold it. */
export const money = z
  .object({
    amount: z
      .string()
      .regex(/^-?\d{1,12}\.\d{2,6}$/)
      .openapi({ description: "A decimal with a point and at least two digits behind it", example: "0.35" }),
    currency: z.string().length(3).openapi({ description: "ISO 4217", example: "USD" }),
  })
  .openapi("Money");

export const timestamp = z.iso.datetime().openapi({ example: "2026-11-21T12:00:00.000Z" });

/** A whole number of bytes as text: it may be larger than what a JSON number holds exactly. */
export const bytes = z
  .string()
  .regex(/^\d+$/)
  .openapi({ description: "Whole bytes, as text", example: "53687091200" });

/** A decimal that somebody asks for: plain digits, at most two behind the point. */
export const askedAmount = z
  .string()
  .regex(/^\d{1,9}(?:\.\d{1,2})?$/)
  .openapi({
    description: "USD, a plain decimal with at most two digits behind the point",
    example: "25.00",
  });

/** The most that a number may cost: finer than a cent where the price list is. */
export const askedPrice = z
  .string()
  .regex(/^\d{1,6}(?:\.\d{1,6})?$/)
  .openapi({ description: "USD, a plain decimal", example: "0.50" });

/** A slug, a code or an ISO code of the catalogue. */
export const catalogKey = z.string().regex(/^[\p{L}\p{N}_.-]{1,60}$/u);

/** What stands in an address: whatever names nothing is answered 404. */
export const idParameter = z.string().min(1).max(100);

/** Words of people: one line, no control characters. */
export const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}+$/u);

export const MAX_PAGE = 100;

/** The two questions of every list. */
export const cursorQuery = {
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(MAX_PAGE))
    .optional()
    .openapi({
      type: "integer",
      minimum: 1,
      maximum: MAX_PAGE,
      default: 25,
      description: "How many at most",
    }),
  cursor: z
    .string()
    .min(1)
    .max(300)
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional()
    .openapi({ description: "`nextCursor` of the answer before; left out for the first page" }),
};

/** A list: newest first unless the operation says otherwise. */
export function listOf<T extends z.ZodType>(item: T, name: string) {
  return z
    .object({
      data: z.array(item),
      nextCursor: z
        .string()
        .nullable()
        .openapi({ description: "Ask for the following page with it; null on the last page" }),
    })
    .openapi(`${name}List`);
}

/** RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string().openapi({
      description: "One for each code: where it is explained, relative to this origin",
      example: "/developers#error-insufficient_funds",
    }),
    title: z.string().openapi({ description: "For people; it may change" }),
    status: z.int(),
    code: z.string().openapi({ description: "Stable: decide by it", example: "insufficient_funds" }),
    requestId: z.string().openapi({ description: "Name it when you ask us about the request" }),
    errors: z
      .array(
        z.object({
          path: z.string().openapi({ description: "Where it is wrong", example: "body.country" }),
          message: z.string(),
        }),
      )
      .optional()
      .openapi({ description: "Only with code invalid_input" }),
    price: money.optional().openapi({ description: "With price_changed and key_price_limit: what it costs" }),
    limit: money.optional().openapi({ description: "With key_price_limit: what this key may pay" }),
    remaining: money
      .optional()
      .openapi({ description: "With project_limit_reached: what is left this month" }),
    missing: money.optional().openapi({ description: "With insufficient_funds: how much more is needed" }),
    available: money.optional().openapi({ description: "With insufficient_funds: what can be spent" }),
    minimum: money.optional().openapi({ description: "With amount_too_small" }),
    maximum: money.optional().openapi({ description: "With amount_too_large and top_up_limit" }),
  })
  .loose()
  .openapi("Problem");
