import type { SmsPush } from "./fact";
import type { WebhookData } from "./payloads";
import type { WebhookEvent } from "./types";

const AT = "2026-03-14T09:26:53.000Z";
const LATER = "2026-03-14T09:46:53.000Z";

const order = {
  id: "01957e3c-8f2a-7c41-9d52-3f6b1e0a7c11",
  number: 48213,
  kind: "activation",
  status: "active",
  service: { code: "wa", name: "WhatsApp" },
  country: { code: "BR", name: "Brazil" },
  phone: "+5521990000042",
  price: "0.35",
  currency: "USD",
  projectId: "01957e3c-1a2b-7c3d-8e4f-5a6b7c8d9e0f",
  createdAt: AT,
  expiresAt: LATER,
  endedAt: null,
} as const;

const invoice = {
  id: "01957e3c-44aa-7b10-a1b2-c3d4e5f60718",
  number: 1207,
  status: "pending",
  purpose: "top_up",
  amount: "25",
  credited: "0",
  currency: "USD",
} as const;

const subscription = {
  id: "01957e3c-77cc-7d20-b3c4-d5e6f7081920",
  number: 311,
  status: "active",
  plan: "Traveller, 30 days",
  expiresAt: "2026-04-13T09:26:53.000Z",
  trafficBytes: "107374182400",
  usedBytes: "21474836480",
  isAutoRenew: true,
} as const;

/** One example of each event's data: test events send it, the reference shows it. */
export const WEBHOOK_EXAMPLES: { [E in WebhookEvent]: WebhookData<E> } = {
  "sms.received": {
    order,
    message: {
      id: "01957e3d-0102-7a3b-8c4d-5e6f70819203",
      from: "WhatsApp",
      text: "Your WhatsApp code: 482-913",
      code: "482913",
      receivedAt: "2026-03-14T09:27:41.000Z",
    },
  },
  "order.completed": { order: { ...order, status: "completed", endedAt: LATER } },
  "order.canceled": { order: { ...order, status: "canceled", endedAt: LATER } },
  "order.expired": { order: { ...order, status: "expired", endedAt: LATER } },
  "refund.settled": {
    amount: "0.35",
    currency: "USD",
    to: "wallet",
    order: { ...order, status: "expired", endedAt: LATER },
    invoice: null,
  },
  "rental.expiring": { order: { ...order, kind: "rental" } },
  "balance.low": { available: "4.2", threshold: "5", currency: "USD" },
  "limit.warning": {
    projectId: order.projectId,
    limit: "monthly_spending",
    percent: 80,
    spent: "80.35",
    allowed: "100",
    currency: "USD",
  },
  "invoice.paid": { invoice: { ...invoice, status: "paid", credited: "25" } },
  "invoice.partly_paid": { invoice: { ...invoice, credited: "10" } },
  "invoice.paid_late": { invoice: { ...invoice, status: "expired", credited: "25" } },
  "invoice.expired": { invoice: { ...invoice, status: "expired" } },
  "invoice.canceled": { invoice: { ...invoice, status: "canceled" } },
  "subscription.started": { subscription },
  "subscription.renewed": { subscription },
  "subscription.renewal_due": { subscription },
  "subscription.renewal_failed": { subscription },
  "subscription.traffic_low": { subscription: { ...subscription, usedBytes: "85899345920" }, percent: 80 },
  "subscription.ended": { subscription: { ...subscription, status: "expired" } },
  ping: { endpointId: "01957e3c-99dd-7e30-8d5e-6f7081920304" },
};

/** The same message as SMS-Activate would push it. */
export const EXAMPLE_PUSH: SmsPush = {
  activationId: order.number,
  service: order.service.code,
  text: WEBHOOK_EXAMPLES["sms.received"].message.text,
  code: "482913",
  country: 73,
  receivedAt: "2026-03-14 09:27:41",
};
