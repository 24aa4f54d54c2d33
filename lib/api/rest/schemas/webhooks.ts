import { z } from "@hono/zod-openapi";
import { ALL_EVENTS, FORMATS } from "@/lib/domain/webhooks/event-types";
import { cursorQuery, idParameter, line, listOf, timestamp } from "./basic-fields";

const endpointFields = {
  id: z.uuid(),
  projectId: z.uuid().nullable(),
  url: z.string(),
  description: z.string(),
  format: z
    .enum(FORMATS)
    .openapi({ description: "STANDARD: signed events. SMS_ACTIVATE: that protocol's push" }),
  events: z.array(z.string()),
  isSandbox: z.boolean().openapi({
    description: "Of the key that made it. It is told of sandbox orders alone, others of live ones",
  }),
  isOn: z.boolean(),
  offBecause: z
    .enum(["CUSTOMER", "GONE", "FAILING"])
    .nullable()
    .openapi({ description: "Turned off by you, by a 410 answer, or after failing for too long" }),
  failingSince: timestamp.nullable(),
  lastSuccessAt: timestamp.nullable(),
  lastFailureAt: timestamp.nullable(),
  previousSecretUntil: timestamp
    .nullable()
    .openapi({ description: "Until then the secret before the last rotation signs too" }),
  createdAt: timestamp,
};

export const webhook = z.object(endpointFields).openapi("Webhook");

const secret = z.string().openapi({
  description: "Signs every message; shown this once",
  example: "whsec_c2VjcmV0LW9mLWFuLWVuZHBvaW50",
});

export const createdWebhook = z.object({ ...endpointFields, secret }).openapi("CreatedWebhook");

export const webhookSecret = z.object({ secret, previousSecretUntil: timestamp }).openapi("WebhookSecret");

const STATUSES = ["QUEUED", "RETRYING", "DELIVERED", "FAILED", "DISABLED"] as const;

const deliveryFields = {
  id: z.uuid(),
  messageId: z.string().openapi({ description: "What travels as `webhook-id`" }),
  event: z.string(),
  status: z.enum(STATUSES),
  attempts: z.int(),
  lastStatusCode: z.int().nullable(),
  lastError: z.string().nullable(),
  isTest: z.boolean(),
  createdAt: timestamp,
  nextAttemptAt: timestamp.nullable(),
  finishedAt: timestamp.nullable(),
};

const delivery = z.object(deliveryFields).openapi("WebhookDelivery");

export const deliveryDetail = z
  .object({
    ...deliveryFields,
    webhookId: z.uuid(),
    body: z.string().openapi({ description: "What is sent, indented for reading" }),
    tries: z.array(
      z.object({
        number: z.int(),
        startedAt: timestamp,
        durationMs: z.number(),
        requestHeaders: z.record(z.string(), z.string()),
        statusCode: z.int().nullable(),
        responseHeaders: z.record(z.string(), z.string()),
        responseBody: z.string().nullable(),
        error: z.string().nullable(),
      }),
    ),
  })
  .openapi("WebhookDeliveryDetail");

export const webhookList = listOf(webhook, "Webhook");
export const deliveryList = listOf(delivery, "WebhookDelivery");

export const webhookParams = z.object({ id: idParameter.openapi({ param: { name: "id", in: "path" } }) });
export const deliveriesQuery = z.strictObject({ ...cursorQuery, status: z.enum(STATUSES).optional() });

const url = line(2_000).openapi({
  description: "Public https address; those of private networks are refused",
  example: "https://hooks.example.com/patchbay",
});
const events = z
  .array(z.enum(ALL_EVENTS))
  .min(1)
  .max(ALL_EVENTS.length)
  .openapi({
    description: "`ping` is sent by `testWebhook` alone, chosen or not",
    example: ["sms.received", "order.expired"],
  });

export const createWebhookBody = z.strictObject({
  url,
  events,
  description: line(120).optional(),
  format: z.enum(FORMATS).optional().openapi({ default: "STANDARD" }),
  projectId: z.uuid().optional().openapi({ description: "Only what happens in this project" }),
});

export const updateWebhookBody = z.strictObject({
  url: url.optional(),
  events: events.optional(),
  description: line(120).optional(),
});

export const switchWebhookBody = z.strictObject({ isOn: z.boolean() });
export const testWebhookBody = z.strictObject({ event: z.enum(ALL_EVENTS) });
