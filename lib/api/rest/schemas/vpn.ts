import { z } from "@hono/zod-openapi";
import { askedAmount, bytes, idParameter, listOf, money, timestamp } from "./basic-fields";

const PROTOCOLS = ["VLESS", "VMESS", "TROJAN", "SHADOWSOCKS", "WIREGUARD"] as const;

const place = z
  .object({
    id: z.uuid(),
    name: z.string().openapi({ example: "Frankfurt" }),
    countryCode: z.string().openapi({ example: "DE" }),
    state: z.enum(["online", "busy", "maintenance", "offline"]),
    loadPercent: z.int(),
    isRecommended: z.boolean(),
  })
  .openapi("VpnPlace");

export const plan = z
  .object({
    id: z.uuid(),
    name: z.string(),
    tier: z.string(),
    price: money,
    durationDays: z.int(),
    traffic: bytes.nullable().openapi({ description: "Null is unlimited" }),
    maxDevices: z.int(),
    features: z.array(z.string()),
    protocols: z.array(z.enum(PROTOCOLS)),
    isTrial: z.boolean(),
    hasRoom: z.boolean().openapi({ description: "Whether somebody new finds a place" }),
    places: z.array(place),
  })
  .openapi("VpnPlan");

const subscriptionFields = {
  id: z.uuid(),
  number: z.int(),
  planName: z.string(),
  isTrial: z.boolean(),
  state: z.enum([
    "active",
    "ends_soon",
    "partly_active",
    "being_prepared",
    "traffic_used_up",
    "grace",
    "expired",
    "canceled",
    "suspended",
  ]),
  startsAt: timestamp,
  expiresAt: timestamp,
  traffic: bytes.nullable().openapi({ description: "Null is unlimited" }),
  used: bytes,
  maxDevices: z.int(),
  isAutoRenew: z.boolean(),
  locations: z.int(),
  readyLocations: z.int(),
};

const subscriptionSummary = z.object(subscriptionFields).openapi("VpnSubscriptionSummary");

export const subscription = z
  .object({
    ...subscriptionFields,
    url: z.url().openapi({ description: "The secret link that apps are given. Whoever has it can connect" }),
    oldUrlUntil: timestamp.nullable().openapi({ description: "Until then the link before it answers too" }),
    places: z.array(
      place.extend({
        isReady: z.boolean(),
        configs: z.array(
          z.object({
            id: z.uuid(),
            protocol: z.enum(PROTOCOLS),
            link: z.string().nullable().openapi({ description: "A secret too" }),
          }),
        ),
      }),
    ),
  })
  .openapi("VpnSubscription");

const usageDay = z
  .object({
    day: z.iso.date(),
    upload: bytes,
    download: bytes,
    byPlace: z.array(z.object({ placeId: z.uuid(), name: z.string(), bytes })),
  })
  .openapi("VpnUsageDay");

const purchase = z
  .object({
    id: z.uuid(),
    kind: z.enum(["BUY", "RENEW", "UPGRADE", "TRIAL"]),
    planName: z.string(),
    price: money,
    credit: money.openapi({ description: "What was left of the plan before" }),
    at: timestamp,
    periodStartsAt: timestamp,
    periodEndsAt: timestamp,
    invoiceId: z.uuid().nullable(),
  })
  .openapi("VpnPurchase");

export const offer = z
  .object({
    renewal: z
      .object({ price: money, durationDays: z.int(), endsAt: timestamp })
      .nullable()
      .openapi({ description: "Null where it cannot be renewed" }),
    changes: z.array(
      z.object({
        planId: z.uuid(),
        name: z.string(),
        durationDays: z.int(),
        traffic: bytes.nullable(),
        price: money,
        credit: money.openapi({ description: "What is left of the running period" }),
        due: money.openapi({ description: "What changing costs" }),
      }),
    ),
  })
  .openapi("VpnOffer");

export const planList = listOf(plan, "VpnPlan");
export const subscriptionList = listOf(subscriptionSummary, "VpnSubscription");
export const usageList = listOf(usageDay, "VpnUsageDay");
export const purchaseList = listOf(purchase, "VpnPurchase");

export const subscriptionParams = z.object({
  id: idParameter.openapi({ param: { name: "id", in: "path" } }),
});

export const buyBody = z.strictObject({
  planId: z.uuid(),
  maxPrice: askedAmount
    .optional()
    .openapi({ description: "Refused with `price_changed` when the plan costs more" }),
  autoRenew: z.boolean().optional().openapi({ default: false, description: "Renew from the wallet" }),
});
export const changePlanBody = z.strictObject({ planId: z.uuid() });
export const rotateBody = z.strictObject({
  leaked: z
    .boolean()
    .optional()
    .openapi({ default: false, description: "True: the old link ends at once, and the keys behind it" }),
});
export const autoRenewBody = z.strictObject({ isOn: z.boolean() });
