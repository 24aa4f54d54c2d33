import { z } from "zod";
import type { WebhookEvent } from "./types";

const money = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe("Decimal string");
const at = z.iso.datetime().describe("ISO 8601, UTC");

const order = z.object({
  id: z.uuid(),
  number: z.int().describe("The id that the SMS-Activate and 5sim doors use"),
  kind: z.enum(["activation", "rental"]),
  status: z.enum(["pending", "active", "completed", "canceled", "expired", "failed"]),
  service: z.object({ code: z.string(), name: z.string() }),
  country: z.object({ code: z.string().describe("ISO 3166-1 alpha-2"), name: z.string() }),
  phone: z.string().nullable().describe("E.164"),
  price: money,
  currency: z.literal("USD"),
  projectId: z.uuid().nullable(),
  createdAt: at,
  expiresAt: at.nullable(),
  endedAt: at.nullable(),
});

const message = z.object({
  id: z.uuid(),
  from: z.string(),
  text: z.string(),
  code: z.string().nullable().describe("The code in the text, where there is one"),
  receivedAt: at,
});

const invoice = z.object({
  id: z.uuid(),
  number: z.int(),
  status: z.enum(["created", "pending", "paid", "expired", "refunded", "canceled"]),
  purpose: z.enum(["top_up", "plan"]),
  amount: money,
  credited: money.describe("What has come into the wallet by it"),
  currency: z.literal("USD"),
});

const subscription = z.object({
  id: z.uuid(),
  number: z.int(),
  status: z.enum(["active", "suspended", "expired", "canceled"]),
  plan: z.string(),
  expiresAt: at,
  trafficBytes: z.string().nullable().describe("Of the running period; null means unlimited"),
  usedBytes: z.string(),
  isAutoRenew: z.boolean(),
});

const ofOrder = z.object({ order });
const ofInvoice = z.object({ invoice });
const ofSubscription = z.object({ subscription });

/** What `data` of each event holds. */
export const WEBHOOK_DATA = {
  "sms.received": z.object({ order, message }),
  "order.completed": ofOrder,
  "order.canceled": ofOrder,
  "order.expired": ofOrder,
  "refund.settled": z.object({
    amount: money,
    currency: z.literal("USD"),
    to: z.enum(["wallet", "payment_method"]).describe("Where the money went"),
    order: order.nullable(),
    invoice: invoice.nullable(),
  }),
  "rental.expiring": ofOrder,
  "balance.low": z.object({ available: money, threshold: money, currency: z.literal("USD") }),
  "limit.warning": z.object({
    projectId: z.uuid(),
    limit: z.literal("monthly_spending"),
    percent: z.int().describe("The step that was reached: 80 or 100"),
    spent: money,
    allowed: money,
    currency: z.literal("USD"),
  }),
  "invoice.paid": ofInvoice,
  "invoice.partly_paid": ofInvoice,
  "invoice.paid_late": ofInvoice,
  "invoice.expired": ofInvoice,
  "invoice.canceled": ofInvoice,
  "subscription.started": ofSubscription,
  "subscription.renewed": ofSubscription,
  "subscription.renewal_due": ofSubscription,
  "subscription.renewal_failed": ofSubscription,
  "subscription.traffic_low": z.object({ subscription, percent: z.int().describe("Used: 80, 95 or 100") }),
  "subscription.ended": ofSubscription,
  ping: z.object({ endpointId: z.uuid() }),
} as const satisfies Record<WebhookEvent, z.ZodType>;

export type WebhookData<E extends WebhookEvent = WebhookEvent> = z.infer<(typeof WEBHOOK_DATA)[E]>;
export type OrderData = z.infer<typeof order>;
export type InvoiceData = z.infer<typeof invoice>;
export type SubscriptionData = z.infer<typeof subscription>;
export type MessageData = z.infer<typeof message>;

/** The body of one event as it is posted. */
export function payloadSchemaOf<E extends WebhookEvent>(event: E) {
  return z.object({
    id: z.string().describe("The same as the header webhook-id: repeats of one event carry one id"),
    type: z.literal(event),
    timestamp: at.describe("When it happened"),
    mode: z.enum(["live", "sandbox"]),
    isTest: z.literal(true).optional().describe("Sent by hand with example data"),
    data: WEBHOOK_DATA[event],
  });
}

/** The push that SMS-Activate sends: no envelope, its own names, UTC without a zone. */
export const smsActivatePush = z.object({
  activationId: z.int(),
  service: z.string(),
  text: z.string(),
  code: z.string(),
  country: z.int(),
  receivedAt: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
});
