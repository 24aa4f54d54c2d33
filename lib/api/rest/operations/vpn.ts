import { operation } from "../operation";
import {
  autoRenewBody,
  buyBody,
  changePlanBody,
  offer,
  planList,
  purchaseList,
  rotateBody,
  subscription,
  subscriptionList,
  subscriptionParams,
  usageList,
} from "../schemas/vpn";
import { one, SAMPLE_ID, usd } from "./sample";

const PLACE = {
  id: SAMPLE_ID.place,
  name: "Frankfurt",
  countryCode: "DE",
  state: "online",
  loadPercent: 34,
  isRecommended: true,
};

const SUMMARY = {
  id: SAMPLE_ID.subscription,
  number: 311,
  planName: "Plus, 30 days",
  isTrial: false,
  state: "active",
  startsAt: "2026-11-21T12:00:00.000Z",
  expiresAt: "2026-12-21T12:00:00.000Z",
  traffic: "53687091200",
  used: "0",
  maxDevices: 3,
  isAutoRenew: false,
  locations: 1,
  readyLocations: 1,
};

const SUBSCRIPTION = {
  ...SUMMARY,
  url: "https://patchbay.example.com/sub/4pK0q9cF3vT8mZ1xL6sB2nR7wY5hD0aE",
  oldUrlUntil: null as string | null,
  places: [
    {
      ...PLACE,
      isReady: true,
      configs: [{ id: SAMPLE_ID.config, protocol: "VLESS", link: "vless://…@de.example.com:443" }],
    },
  ],
};

const params = { id: SAMPLE_ID.subscription };

export const listPlans = operation({
  id: "listPlans",
  method: "get",
  path: "/vpn/plans",
  tag: "VPN",
  summary: "List VPN plans",
  description: "The plans on sale, with what they cost and where they lead.",
  scope: null,
  answer: planList,
  status: 200,
  refusals: [],
  example: {
    answer: one({
      id: SAMPLE_ID.plan,
      name: "Plus, 30 days",
      tier: "plus",
      price: usd("4.50"),
      durationDays: 30,
      traffic: "53687091200",
      maxDevices: 3,
      features: ["All locations"],
      protocols: ["VLESS"],
      isTrial: false,
      hasRoom: true,
      places: [PLACE],
    }),
  },
});

export const buySubscription = operation({
  id: "buySubscription",
  method: "post",
  path: "/vpn/subscriptions",
  tag: "VPN",
  summary: "Buy a VPN plan",
  description:
    "Pays from the wallet and opens the subscription at once. Its locations become ready within seconds: `state` says `being_prepared` until then.",
  scope: "vpn:write",
  body: buyBody,
  answer: subscription,
  status: 201,
  movesMoney: true,
  needsLiveKey: true,
  refusals: [
    "not_found",
    "plan_withdrawn",
    "plan_changed",
    "price_changed",
    "trial_used",
    "trial_needs_email",
    "too_many_subscriptions",
    "no_vpn_capacity",
    "insufficient_funds",
    "wallet_frozen",
  ],
  example: { body: { planId: SAMPLE_ID.plan, maxPrice: "4.50" }, answer: SUBSCRIPTION },
});

export const listSubscriptions = operation({
  id: "listSubscriptions",
  method: "get",
  path: "/vpn/subscriptions",
  tag: "VPN",
  summary: "List subscriptions",
  description: "Those that run first, then the newest; at most a hundred. Links are with each one alone.",
  scope: "vpn:read",
  answer: subscriptionList,
  status: 200,
  needsLiveKey: true,
  refusals: [],
  example: { answer: one(SUMMARY) },
});

export const getSubscription = operation({
  id: "getSubscription",
  method: "get",
  path: "/vpn/subscriptions/{id}",
  tag: "VPN",
  summary: "Read a subscription with its link",
  description: "How it stands, its secret link, and what each location is connected with.",
  scope: "vpn:read",
  params: subscriptionParams,
  answer: subscription,
  status: 200,
  needsLiveKey: true,
  refusals: [],
  example: { params, answer: SUBSCRIPTION },
});

export const getSubscriptionUsage = operation({
  id: "getSubscriptionUsage",
  method: "get",
  path: "/vpn/subscriptions/{id}/usage",
  tag: "VPN",
  summary: "Read the traffic",
  description: "Thirty days (UTC) with today, oldest first; a day without traffic is there with zeros.",
  scope: "vpn:read",
  params: subscriptionParams,
  answer: usageList,
  status: 200,
  needsLiveKey: true,
  refusals: [],
  example: {
    params,
    answer: one({
      day: "2026-11-21",
      upload: "1048576",
      download: "734003200",
      byPlace: [{ placeId: SAMPLE_ID.place, name: "Frankfurt", bytes: "735051776" }],
    }),
  },
});

export const getSubscriptionOffer = operation({
  id: "getSubscriptionOffer",
  method: "get",
  path: "/vpn/subscriptions/{id}/offer",
  tag: "VPN",
  summary: "Ask what renewing or changing costs",
  description: "A preview: what is left of the running period is taken off the price of another plan.",
  scope: "vpn:read",
  params: subscriptionParams,
  answer: offer,
  status: 200,
  needsLiveKey: true,
  refusals: [],
  example: {
    params,
    answer: {
      renewal: { price: usd("4.50"), durationDays: 30, endsAt: "2027-01-20T12:00:00.000Z" },
      changes: [
        {
          planId: SAMPLE_ID.otherPlan,
          name: "Max, 30 days",
          durationDays: 30,
          traffic: "214748364800",
          price: usd("9.00"),
          credit: usd("4.50"),
          due: usd("4.50"),
        },
      ],
    },
  },
});

export const listSubscriptionPurchases = operation({
  id: "listSubscriptionPurchases",
  method: "get",
  path: "/vpn/subscriptions/{id}/purchases",
  tag: "VPN",
  summary: "List what was paid",
  description: "Every payment for the subscription, newest first.",
  scope: "vpn:read",
  params: subscriptionParams,
  answer: purchaseList,
  status: 200,
  needsLiveKey: true,
  refusals: [],
  example: {
    params,
    answer: one({
      id: SAMPLE_ID.purchase,
      kind: "BUY",
      planName: "Plus, 30 days",
      price: usd("4.50"),
      credit: usd("0.00"),
      at: "2026-11-21T12:00:00.000Z",
      periodStartsAt: "2026-11-21T12:00:00.000Z",
      periodEndsAt: "2026-12-21T12:00:00.000Z",
      invoiceId: null,
    }),
  },
});

export const renewSubscription = operation({
  id: "renewSubscription",
  method: "post",
  path: "/vpn/subscriptions/{id}/renew",
  tag: "VPN",
  summary: "Renew a subscription",
  description:
    "Pays another period of the same plan from the wallet. One that still runs is prolonged and keeps what is left of its traffic; one that has ended lives again with the same link.",
  scope: "vpn:write",
  params: subscriptionParams,
  answer: subscription,
  status: 200,
  movesMoney: true,
  needsLiveKey: true,
  refusals: ["plan_withdrawn", "subscription_over", "no_vpn_capacity", "insufficient_funds", "wallet_frozen"],
  example: { params, answer: { ...SUBSCRIPTION, expiresAt: "2027-01-20T12:00:00.000Z" } },
});

export const changeSubscriptionPlan = operation({
  id: "changeSubscriptionPlan",
  method: "post",
  path: "/vpn/subscriptions/{id}/change-plan",
  tag: "VPN",
  summary: "Change the plan",
  description: "What is left of the running period is taken off the price; a new period begins at once.",
  scope: "vpn:write",
  params: subscriptionParams,
  body: changePlanBody,
  answer: subscription,
  status: 200,
  movesMoney: true,
  needsLiveKey: true,
  refusals: [
    "plan_withdrawn",
    "plan_changed",
    "same_plan",
    "upgrade_too_cheap",
    "subscription_over",
    "no_vpn_capacity",
    "insufficient_funds",
    "wallet_frozen",
  ],
  example: {
    params,
    body: { planId: SAMPLE_ID.otherPlan },
    answer: { ...SUBSCRIPTION, planName: "Max, 30 days" },
  },
});

export const rotateSubscriptionLink = operation({
  id: "rotateSubscriptionLink",
  method: "post",
  path: "/vpn/subscriptions/{id}/rotate-link",
  tag: "VPN",
  summary: "Change the secret link",
  description:
    "The old link goes on answering for a day, so that other devices can be told. With `leaked` it ends at once, and the keys behind it are changed too.",
  scope: "vpn:write",
  params: subscriptionParams,
  body: rotateBody,
  answer: subscription,
  status: 200,
  needsLiveKey: true,
  refusals: ["subscription_over"],
  example: {
    params,
    body: { leaked: false },
    answer: { ...SUBSCRIPTION, oldUrlUntil: "2026-11-22T12:00:00.000Z" },
  },
});

export const setAutoRenewal = operation({
  id: "setAutoRenewal",
  method: "post",
  path: "/vpn/subscriptions/{id}/auto-renewal",
  tag: "VPN",
  summary: "Turn automatic renewal on or off",
  description: "When it is on, the next period is paid from the wallet before this one ends.",
  scope: "vpn:write",
  params: subscriptionParams,
  body: autoRenewBody,
  answer: subscription,
  status: 200,
  needsLiveKey: true,
  refusals: ["subscription_over", "plan_withdrawn"],
  example: { params, body: { isOn: true }, answer: { ...SUBSCRIPTION, isAutoRenew: true } },
});

export const cancelSubscription = operation({
  id: "cancelSubscription",
  method: "post",
  path: "/vpn/subscriptions/{id}/cancel",
  tag: "VPN",
  summary: "End a subscription",
  description: "At once and for good; what is left is not paid back.",
  scope: "vpn:write",
  params: subscriptionParams,
  answer: subscription,
  status: 200,
  needsLiveKey: true,
  refusals: [],
  example: { params, answer: { ...SUBSCRIPTION, state: "canceled", places: [] } },
});

export const VPN_OPERATIONS = [
  listPlans,
  buySubscription,
  listSubscriptions,
  getSubscription,
  getSubscriptionUsage,
  getSubscriptionOffer,
  listSubscriptionPurchases,
  renewSubscription,
  changeSubscriptionPlan,
  rotateSubscriptionLink,
  setAutoRenewal,
  cancelSubscription,
];
