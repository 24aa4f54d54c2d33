import { z } from "zod";

const micros = z.bigint().min(0n).max(1_000_000_000_000n);

/** A slug, a code or an ISO code; what else could stand here no database has to read. */
const catalogKey = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}_.-]{1,60}$/u);

export const rentSchema = z.object({
  /** Slug ("whatsapp") or protocol code ("wa"). */
  service: catalogKey,
  /** ISO 3166 ("br") or the SMS-Activate protocol's number ("73"). */
  country: catalogKey,
  /** A mobile operator's code ("claro"); without it any will do. */
  operator: catalogKey.optional(),
  /** Sandbox only: the last digit chooses what the order does. */
  numberWish: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  /** Digits (country code first) with which the number must not begin. */
  exceptPrefixes: z
    .array(z.string().regex(/^\d{4,9}$/))
    .max(20)
    .optional(),
  /** Of what the caller asked, where a door chose among several ways to serve it: the same request has the same. */
  requestDigest: z.string().min(1).max(100).optional(),
  /** The price on the button: refused when it moved against the customer. */
  expectedPriceMicros: micros.optional(),
  maxPriceMicros: micros.optional(),
  /** A price that was promised until then (business time): no more is paid. Only doors that have proved the promise give it. */
  quoted: z.object({ priceMicros: micros, until: z.date() }).optional(),
  idempotencyKey: z.string().min(1).max(200),
  /** Door and kind of request, so that keys of two doors never meet. */
  idempotencyScope: z.string().min(1).max(90),
});
export type RentInput = z.infer<typeof rentSchema>;

export const orderIdSchema = z.uuid();

/** A number in ids fits int32: clients of the SMS protocols parse it so. */
export const orderNumberSchema = z.coerce.number().int().min(1).max(2_147_483_647);

const E164 = /^\+[1-9][0-9]{6,14}$/;

export const receiveSchema = z
  .object({
    /** Door ("generic", "twilio") or provider code; with providerMessageId it is unique. */
    source: z.string().min(1).max(60),
    providerMessageId: z.string().min(1).max(200),
    from: z.string().max(60),
    /** The number it was sent to, or the order that a supplier names. */
    to: z.string().regex(E164).optional(),
    orderId: z.uuid().optional(),
    body: z.string().max(10_000),
    /** What the supplier says the code is; otherwise it is found in the body. */
    code: z.string().min(1).max(32).nullish(),
    sentAt: z.date().nullish(),
  })
  .refine(({ to, orderId }) => to !== undefined || orderId !== undefined, "to or orderId is needed");
export type ReceiveInput = z.input<typeof receiveSchema>;

const ORDER_OUTCOMES = ["all", "running", "done", "refunded"] as const;
const ORDER_STATUSES = ["PENDING", "ACTIVE", "COMPLETED", "CANCELED", "EXPIRED", "FAILED"] as const;

export const listOrdersSchema = z.object({
  page: z.number().int().min(1).max(100_000).default(1),
  pageSize: z.number().int().min(1).max(100).default(20),
  outcome: z.enum(ORDER_OUTCOMES).default("all"),
  status: z.enum(ORDER_STATUSES).optional(),
  /** An order number, a part of a phone number, or a service. */
  search: z.string().trim().max(60).optional(),
});
export type ListOrdersInput = z.input<typeof listOrdersSchema>;

export const refundSchema = z.object({
  orderId: z.uuid(),
  amountMicros: z.bigint(),
  reason: z.string().trim().min(3).max(500),
  /** Makes the request repeatable. */
  key: z.string().min(1).max(100).optional(),
});
export type RefundInput = z.infer<typeof refundSchema>;
