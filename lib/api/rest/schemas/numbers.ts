import { z } from "@hono/zod-openapi";
import {
  askedPrice,
  catalogKey,
  cursorQuery,
  idParameter,
  line,
  listOf,
  money,
  timestamp,
} from "./basic-fields";

const NUMBER_STATES = [
  "connecting",
  "waiting",
  "code_received",
  "waiting_another",
  "finished",
  "canceled",
  "used",
  "expired",
  "failed",
  "canceling",
] as const;

export const message = z
  .object({
    id: z.uuid(),
    from: z.string().openapi({ description: "Who sent it", example: "WhatsApp" }),
    text: z.string().openapi({ description: "What belongs to another service has its digits masked" }),
    code: z.string().nullable().openapi({ example: "481516" }),
    receivedAt: timestamp,
    isForeign: z.boolean().openapi({ description: "It came from another service than the one rented for" }),
  })
  .openapi("Message");

export const rentedNumber = z
  .object({
    id: z.uuid(),
    number: z
      .int()
      .openapi({ description: "Short name of the order; the same in every protocol", example: 48213 }),
    state: z.enum(NUMBER_STATES).openapi({
      description:
        "connecting: being fetched. waiting: the number is yours, no code yet. code_received: it has its code and is paid. waiting_another: you asked for one more SMS. finished, canceled, used, expired, failed: over; all but finished are refunded. canceling: being closed.",
    }),
    service: z.object({ slug: z.string(), code: z.string(), name: z.string() }),
    country: z.object({ iso2: z.string(), name: z.string(), phoneCode: z.string() }),
    phone: z
      .string()
      .nullable()
      .openapi({ description: "E.164; null while it is being connected", example: "+5521987654321" }),
    price: money.openapi({ description: "Held until the code is here, paid then, given back otherwise" }),
    refunded: money.nullable().openapi({ description: "Given back after the code; usually null" }),
    code: z.string().nullable().openapi({ description: "The newest code" }),
    messages: z.array(message),
    createdAt: timestamp,
    activatedAt: timestamp.nullable(),
    cancelableAt: timestamp.nullable().openapi({ description: "From then on it can be canceled" }),
    expiresAt: timestamp.nullable().openapi({ description: "Without a code it is refunded then" }),
    endedAt: timestamp.nullable(),
    can: z
      .object({
        cancel: z.boolean(),
        finish: z.boolean(),
        requestAnother: z.boolean(),
        reportUsed: z.boolean(),
      })
      .openapi({ description: "What the operations beside this one would take now" }),
    isSandbox: z.boolean(),
  })
  .openapi("RentedNumber");

export const numberList = listOf(rentedNumber, "RentedNumber");
export const messageList = listOf(message, "Message");

export const numberParams = z.object({
  id: idParameter.openapi({
    param: { name: "id", in: "path" },
    description: "The `id` or the short `number`",
  }),
});

export const numbersQuery = z.strictObject({
  ...cursorQuery,
  state: z.enum(["running", "done", "refunded"]).optional().openapi({
    description: "running: not over yet. done: finished with a code. refunded: over without one",
  }),
  service: catalogKey.optional().openapi({ description: "Slug or code", example: "whatsapp" }),
  country: catalogKey.optional().openapi({ description: "ISO 3166 code", example: "BR" }),
  projectId: z.uuid().optional().openapi({ description: "Only orders of one project" }),
});

export const rentBody = z.strictObject({
  service: catalogKey.optional().openapi({
    description: "Slug (`whatsapp`) or code (`wa`); left out: the default of the key's project",
    example: "whatsapp",
  }),
  country: catalogKey.optional().openapi({
    description: "ISO 3166 code (`BR`); left out: the default of the key's project",
    example: "BR",
  }),
  operator: catalogKey
    .optional()
    .openapi({ description: "A mobile operator's code; without it any will do", example: "claro" }),
  maxPrice: askedPrice
    .optional()
    .openapi({ description: "Refused with `price_changed` when it costs more", example: "0.50" }),
  numberWish: z
    .string()
    .regex(/^[0-9]{1,15}$/)
    .optional()
    .openapi({ description: "Sandbox only: its last digit chooses what the order does" }),
  quoteId: line(600).optional().openapi({ description: "A quote of `createQuote`: its price is kept" }),
});

export const quoteBody = rentBody.pick({ service: true, country: true, operator: true });

export const quote = z
  .object({
    id: z.string().openapi({ description: "Pass it on as `quoteId`" }),
    service: z.string().openapi({ example: "whatsapp" }),
    country: z.string().openapi({ example: "BR" }),
    operator: z.string().nullable(),
    price: money.openapi({ description: "The most that a number costs with this quote" }),
    expiresAt: timestamp,
  })
  .openapi("Quote");
