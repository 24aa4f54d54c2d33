import { operation } from "../operation";
import {
  createdWebhook,
  createWebhookBody,
  deliveriesQuery,
  deliveryDetail,
  deliveryList,
  switchWebhookBody,
  testWebhookBody,
  updateWebhookBody,
  webhook,
  webhookList,
  webhookParams,
  webhookSecret,
} from "../schemas/webhooks";
import { one, SAMPLE_ID } from "./sample";

const WEBHOOK = {
  id: SAMPLE_ID.webhook,
  projectId: null,
  url: "https://hooks.example.com/patchbay",
  description: "",
  format: "STANDARD",
  events: ["sms.received", "order.expired"],
  isSandbox: false,
  isOn: true,
  offBecause: null as string | null,
  failingSince: null,
  lastSuccessAt: null,
  lastFailureAt: null,
  previousSecretUntil: null,
  createdAt: "2026-11-21T12:00:00.000Z",
};

const SECRET = "whsec_c2VjcmV0LW9mLWFuLWVuZHBvaW50LWZvci10aGUtZG9jcw==";

const DELIVERY = {
  id: SAMPLE_ID.delivery,
  messageId: "msg_0198a5d00c137f418a112b9d3c4e0014",
  event: "ping",
  status: "DELIVERED",
  attempts: 1,
  lastStatusCode: 204,
  lastError: null,
  isTest: true,
  createdAt: "2026-11-21T12:00:05.000Z",
  nextAttemptAt: null,
  finishedAt: "2026-11-21T12:00:05.210Z",
};

const DETAIL = {
  ...DELIVERY,
  webhookId: SAMPLE_ID.webhook,
  body: '{\n  "type": "ping"\n}',
  tries: [
    {
      number: 1,
      startedAt: "2026-11-21T12:00:05.000Z",
      durationMs: 210,
      requestHeaders: { "webhook-id": "msg_0198a5d00c137f418a112b9d3c4e0014" },
      statusCode: 204,
      responseHeaders: { server: "nginx" },
      responseBody: "",
      error: null,
    },
  ],
};

const params = { id: SAMPLE_ID.webhook };

export const listWebhooks = operation({
  id: "listWebhooks",
  method: "get",
  path: "/webhooks",
  tag: "Webhooks",
  summary: "List webhook endpoints",
  description:
    "Oldest first. A sandbox key sees endpoints of the sandbox alone, a key of a project those of its project.",
  scope: "webhooks:read",
  answer: webhookList,
  status: 200,
  refusals: [],
  example: { answer: one(WEBHOOK) },
});

export const createWebhook = operation({
  id: "createWebhook",
  method: "post",
  path: "/webhooks",
  tag: "Webhooks",
  summary: "Create a webhook endpoint",
  description:
    "Where you are told what happens, signed with the `secret` that is shown this once. One made with a sandbox key is told of sandbox orders.",
  scope: "webhooks:write",
  body: createWebhookBody,
  answer: createdWebhook,
  status: 201,
  refusals: ["webhook_url_refused", "not_found", "too_many_webhooks"],
  example: {
    body: { url: "https://hooks.example.com/patchbay", events: ["sms.received", "order.expired"] },
    answer: { ...WEBHOOK, secret: SECRET },
  },
});

export const getWebhook = operation({
  id: "getWebhook",
  method: "get",
  path: "/webhooks/{id}",
  tag: "Webhooks",
  summary: "Read a webhook endpoint",
  description: "How it is set and how it fares; never its secret.",
  scope: "webhooks:read",
  params: webhookParams,
  answer: webhook,
  status: 200,
  refusals: [],
  example: { params, answer: WEBHOOK },
});

export const updateWebhook = operation({
  id: "updateWebhook",
  method: "patch",
  path: "/webhooks/{id}",
  tag: "Webhooks",
  summary: "Change a webhook endpoint",
  description: "What you leave out stays. What already waits goes to the new address.",
  scope: "webhooks:write",
  params: webhookParams,
  body: updateWebhookBody,
  answer: webhook,
  status: 200,
  refusals: ["webhook_url_refused"],
  example: { params, body: { events: ["sms.received"] }, answer: { ...WEBHOOK, events: ["sms.received"] } },
});

export const deleteWebhook = operation({
  id: "deleteWebhook",
  method: "delete",
  path: "/webhooks/{id}",
  tag: "Webhooks",
  summary: "Delete a webhook endpoint",
  description: "With its log; what waited for it is never sent. Answers what it was.",
  scope: "webhooks:write",
  params: webhookParams,
  answer: webhook,
  status: 200,
  refusals: [],
  example: { params, answer: WEBHOOK },
});

export const rotateWebhookSecret = operation({
  id: "rotateWebhookSecret",
  method: "post",
  path: "/webhooks/{id}/rotate-secret",
  tag: "Webhooks",
  summary: "Rotate the secret",
  description: "The secret before it signs beside the new one for a day: `webhook-signature` holds both.",
  scope: "webhooks:write",
  params: webhookParams,
  answer: webhookSecret,
  status: 200,
  refusals: [],
  example: { params, answer: { secret: SECRET, previousSecretUntil: "2026-11-22T12:00:00.000Z" } },
});

export const switchWebhook = operation({
  id: "switchWebhook",
  method: "post",
  path: "/webhooks/{id}/switch",
  tag: "Webhooks",
  summary: "Turn an endpoint on or off",
  description: "Turned on again, it gets what waited when it was turned off.",
  scope: "webhooks:write",
  params: webhookParams,
  body: switchWebhookBody,
  answer: webhook,
  status: 200,
  refusals: [],
  example: {
    params,
    body: { isOn: false },
    answer: { ...WEBHOOK, isOn: false, offBecause: "CUSTOMER" },
  },
});

export const testWebhook = operation({
  id: "testWebhook",
  method: "post",
  path: "/webhooks/{id}/test",
  tag: "Webhooks",
  summary: "Send a test event",
  description: "An example of an event, sent at once and once. Answers how it went.",
  scope: "webhooks:write",
  params: webhookParams,
  body: testWebhookBody,
  answer: deliveryDetail,
  status: 200,
  refusals: [],
  example: { params, body: { event: "ping" }, answer: DETAIL },
});

export const listDeliveries = operation({
  id: "listDeliveries",
  method: "get",
  path: "/webhooks/{id}/deliveries",
  tag: "Webhooks",
  summary: "List what was sent",
  description: "The endpoint's log, newest first.",
  scope: "webhooks:read",
  params: webhookParams,
  query: deliveriesQuery,
  answer: deliveryList,
  status: 200,
  refusals: [],
  example: { params, query: { limit: "10" }, answer: one(DELIVERY) },
});

export const getDelivery = operation({
  id: "getDelivery",
  method: "get",
  path: "/webhook-deliveries/{id}",
  tag: "Webhooks",
  summary: "Read a delivery",
  description: "What was sent and what came back, try by try.",
  scope: "webhooks:read",
  params: webhookParams,
  answer: deliveryDetail,
  status: 200,
  refusals: [],
  example: { params: { id: SAMPLE_ID.delivery }, answer: DETAIL },
});

export const resendDelivery = operation({
  id: "resendDelivery",
  method: "post",
  path: "/webhook-deliveries/{id}/resend",
  tag: "Webhooks",
  summary: "Send a delivery again",
  description: "At once, under its own `webhook-id`; should that fail, its schedule begins anew.",
  scope: "webhooks:write",
  params: webhookParams,
  answer: deliveryDetail,
  status: 200,
  refusals: ["webhook_disabled", "conflict"],
  example: { params: { id: SAMPLE_ID.delivery }, answer: DETAIL },
});

export const WEBHOOK_OPERATIONS = [
  listWebhooks,
  createWebhook,
  getWebhook,
  updateWebhook,
  deleteWebhook,
  rotateWebhookSecret,
  switchWebhook,
  testWebhook,
  listDeliveries,
  getDelivery,
  resendDelivery,
];
